package com.guncai.backoffice.cashback;

import com.guncai.backoffice.shared.MobileNumber;
import com.guncai.backoffice.shared.PersonalDataCipher;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hibernate.validator.constraints.LuhnCheck;
import org.jspecify.annotations.Nullable;

/** Who gets the money, checked: an Alipay account, or a bank card and the name on it; and the phone to reach them. */
@Embeddable
class Payee {
    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]{1,64}@[\\w-]+(\\.[\\w-]+)+");
    private static final Pattern NAME =
            Pattern.compile("[\\p{IsHan}A-Za-z][\\p{IsHan}A-Za-z·. ]{0,38}[\\p{IsHan}A-Za-z.]");
    private static final Pattern BANK = Pattern.compile("[\\p{IsHan}A-Za-z0-9()（）·. ]{2,60}");
    private static final Pattern CARD = Pattern.compile("[1-9]\\d{15,18}");
    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    @Convert(converter = PersonalDataCipher.class)
    private @Nullable String alipayAccount;

    @Convert(converter = PersonalDataCipher.class)
    private @Nullable String realName;

    @LuhnCheck
    @Convert(converter = PersonalDataCipher.class)
    private @Nullable String bankCardNo;

    @Convert(converter = PersonalDataCipher.class)
    private @Nullable String bankName;

    @Convert(converter = PersonalDataCipher.class)
    private String phone;

    @SuppressWarnings("NullAway.Init")
    protected Payee() {}

    private Payee(
            @Nullable String alipayAccount,
            @Nullable String realName,
            @Nullable String bankCardNo,
            @Nullable String bankName,
            String phone) {
        this.alipayAccount = alipayAccount;
        this.realName = realName;
        this.bankCardNo = bankCardNo;
        this.bankName = bankName;
        this.phone = phone;
    }

    /**
     * @throws ProblemException {@code PAYEE_INCOMPLETE}, {@code ALIPAY_ACCOUNT_INVALID}, {@code BANK_CARD_INVALID},
     *     {@code REAL_NAME_INVALID}, {@code BANK_NAME_INVALID}
     */
    static Payee of(PayeeRequest request) {
        var alipay = stripped(request.alipayAccount());
        var name = stripped(request.realName());
        var card = stripped(request.bankCardNo()).replaceAll("[\\s-]", "");
        if (alipay.isEmpty() == (name.isEmpty() && card.isEmpty())) {
            throw ProblemException.invalid(ProblemCode.PAYEE_INCOMPLETE, "请填写支付宝账号，或者户名和银行卡号，二选一");
        }
        if (!alipay.isEmpty()) {
            if (!MobileNumber.isValid(alipay)
                    && !(alipay.length() <= 100 && EMAIL.matcher(alipay).matches())) {
                throw ProblemException.invalid(ProblemCode.ALIPAY_ACCOUNT_INVALID, "支付宝账号须为手机号或邮箱，请核对");
            }
            return new Payee(alipay, null, null, null, request.phone());
        }
        if (name.isEmpty() || card.isEmpty()) {
            throw ProblemException.invalid(ProblemCode.PAYEE_INCOMPLETE, "银行卡收款须同时填写户名和银行卡号");
        }
        if (!NAME.matcher(name).matches()) {
            throw ProblemException.invalid(ProblemCode.REAL_NAME_INVALID, "户名只能是汉字或字母，请按银行卡填写");
        }
        if (!CARD.matcher(card).matches() || !isLuhn(card)) {
            throw ProblemException.invalid(ProblemCode.BANK_CARD_INVALID, "银行卡号有误，请核对 16 至 19 位卡号");
        }
        var bank = stripped(request.bankName());
        if (!bank.isEmpty() && !BANK.matcher(bank).matches()) {
            throw ProblemException.invalid(ProblemCode.BANK_NAME_INVALID, "开户行只能是汉字、字母、数字和括号，例如中国工商银行");
        }
        return new Payee(null, name, card, bank.isEmpty() ? null : bank, request.phone());
    }

    private static String stripped(@Nullable String entered) {
        return entered == null ? "" : entered.strip();
    }

    /** The check digit of ISO/IEC 7812-1: one digit mistyped, or two neighbours swapped, shows. */
    private static boolean isLuhn(String digits) {
        return VALIDATOR.validateValue(Payee.class, "bankCardNo", digits).isEmpty();
    }

    /** By which the same account is found again, without keeping it; who holds the card does not matter. */
    String account() {
        return alipayAccount != null ? alipay(alipayAccount) : card(bankCardNo);
    }

    /** {@link #account} of an Alipay account. */
    static String alipay(String alipayAccount) {
        return "alipay " + alipayAccount.toLowerCase(Locale.ROOT);
    }

    /** {@link #account} of a bank card. */
    static String card(@Nullable String bankCardNo) {
        return "card " + bankCardNo;
    }

    /** Whether somebody wrote one of its parts into a text, blanks, dashes and case apart. */
    boolean isNamedIn(String text) {
        var plain = plain(text);
        return Stream.of(alipayAccount, realName, bankCardNo, phone)
                .filter(Objects::nonNull)
                .map(Payee::plain)
                .anyMatch(plain::contains);
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s\\p{Z}·-]", "").toLowerCase(Locale.ROOT);
    }

    /** {@code 支付宝} or {@code 银行卡}. */
    String way() {
        return alipayAccount != null ? "支付宝" : "银行卡";
    }

    boolean isAlipay() {
        return alipayAccount != null;
    }

    @Nullable
    String alipayAccount() {
        return alipayAccount;
    }

    @Nullable
    String realName() {
        return realName;
    }

    @Nullable
    String bankCardNo() {
        return bankCardNo;
    }

    /** Of the card; {@code null} when the customer did not say. It names nobody. */
    @Nullable
    String bankName() {
        return bankName;
    }

    String phone() {
        return phone;
    }

    /** {@code 138****0000}, {@code z***@example.com}; {@code null} when it is a card. */
    @Nullable
    String maskedAlipay() {
        if (alipayAccount == null) {
            return null;
        }
        var at = alipayAccount.indexOf('@');
        return at < 0
                ? MobileNumber.masked(alipayAccount)
                : alipayAccount.charAt(0) + "***" + alipayAccount.substring(at);
    }

    /** All but the first character; {@code null} when there is none. */
    @Nullable
    String maskedName() {
        return realName == null ? null : realName.charAt(0) + "*".repeat(realName.length() - 1);
    }

    /** The last four digits; {@code null} when there is none. */
    @Nullable
    String maskedCard() {
        return bankCardNo == null ? null : "**** " + bankCardNo.substring(bankCardNo.length() - 4);
    }

    @Override
    public String toString() {
        return "Payee[masked]";
    }
}
