package com.guncai.backoffice.cashback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.guncai.backoffice.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who can be paid: an Alipay account, or a card with its name. */
class PayeeTest {

    @ParameterizedTest
    @CsvSource({
        ", , , PAYEE_INCOMPLETE",
        "13800138000, 韦某某, 6222021234567890128, PAYEE_INCOMPLETE",
        "'  ', 韦某某, , PAYEE_INCOMPLETE",
        ", , 6222021234567890128, PAYEE_INCOMPLETE",
        "12345, , , ALIPAY_ACCOUNT_INVALID",
        "somebody@, , , ALIPAY_ACCOUNT_INVALID",
        ", 韦某某, 6222021234567890127, BANK_CARD_INVALID",
        ", 韦某某, 622202123456780, BANK_CARD_INVALID",
        ", 韦某某, 62220212345678901281, BANK_CARD_INVALID",
        ", 韦某某, 6222-abcd, BANK_CARD_INVALID",
        ", 韦某某, 0000000000000000, BANK_CARD_INVALID",
        ", 韦, 6222021234567890128, REAL_NAME_INVALID",
        ", 韦<b>, 6222021234567890128, REAL_NAME_INVALID"
    })
    void refuses(String alipay, String name, String card, String code) {
        var refusal = catchThrowableOfType(
                ProblemException.class, () -> Payee.of(new PayeeRequest(alipay, name, card, null, "13900000003")));

        assertThat(refusal.code()).isEqualTo(code);
    }

    @Test
    void masksWhatItKnows() {
        var bank = Payee.of(new PayeeRequest(null, " 韦某某 ", "6222 0212 3456 7890 128", null, "13900000003"));
        assertThat(bank.bankCardNo()).isEqualTo("6222021234567890128");
        assertThat(bank.maskedCard()).isEqualTo("**** 0128");
        assertThat(bank.maskedName()).isEqualTo("韦**");
        assertThat(bank.maskedAlipay()).isNull();

        assertThat(alipay("13800138000").maskedAlipay()).isEqualTo("138****8000");
        assertThat(alipay("Zhao.qian@example.com").maskedAlipay()).isEqualTo("Z***@example.com");
        assertThat(alipay("Zhao.qian@example.com").account())
                .as("the same account however it is typed")
                .isEqualTo(alipay("zhao.qian@EXAMPLE.com").account());
    }

    @Test
    void isPaidByAlipayOrToACard() {
        var bank = Payee.of(new PayeeRequest(null, "韦某某", "6222021234567890128", null, "13900000003"));
        assertThat(bank.isAlipay()).isFalse();
        assertThat(bank.way()).isEqualTo("银行卡");
        assertThat(bank.account()).isEqualTo("card 6222021234567890128");
        assertThat(bank.alipayAccount()).isNull();
        assertThat(bank.realName()).isEqualTo("韦某某");
        assertThat(bank.phone()).isEqualTo("13900000003");

        var alipay = alipay("13800138000");
        assertThat(alipay.isAlipay()).isTrue();
        assertThat(alipay.way()).isEqualTo("支付宝");
        assertThat(alipay.account()).isEqualTo("alipay 13800138000");
        assertThat(alipay.alipayAccount()).isEqualTo("13800138000");
        assertThat(alipay.maskedCard()).isNull();
        assertThat(alipay.maskedName()).isNull();
    }

    @Test
    void aCardMayNameItsBank() {
        assertThat(bank(" 中国工商银行南宁民族支行（新）").bankName()).isEqualTo("中国工商银行南宁民族支行（新）");
        assertThat(bank("  ").bankName()).isNull();
        assertThat(bank(null).bankName()).isNull();
        assertThat(catchThrowableOfType(ProblemException.class, () -> bank("<b>银行"))
                        .code())
                .isEqualTo("BANK_NAME_INVALID");
    }

    private static Payee bank(@Nullable String name) {
        return Payee.of(new PayeeRequest(null, "韦某某", "6222021234567890128", name, "13900000003"));
    }

    @Test
    void anAlipayAccountHasAtMost100Characters() {
        assertThat(alipay("z@" + "e".repeat(94) + ".com").isAlipay()).isTrue();
        assertThat(catchThrowableOfType(ProblemException.class, () -> alipay("z@" + "e".repeat(95) + ".com"))
                        .code())
                .isEqualTo("ALIPAY_ACCOUNT_INVALID");
    }

    @Test
    void isFoundInWhatSomebodyWrote() {
        var bank = Payee.of(new PayeeRequest(null, "韦某某", "6222021234567890128", null, "13900000003"));

        assertThat(bank.isNamedIn("户名不符 韦 某某")).isTrue();
        assertThat(bank.isNamedIn("6222 0212-3456 7890 128 已注销")).isTrue();
        assertThat(bank.isNamedIn("打 139 0000 0003 没人接")).isTrue();
        assertThat(alipay("zhao.qian@example.com").isNamedIn("没有 Zhao.Qian@example.com 这个账号"))
                .isTrue();
        assertThat(bank.isNamedIn("户名与卡号不符，尾号 0128")).isFalse();
    }

    private static Payee alipay(String account) {
        return Payee.of(new PayeeRequest(account, null, null, null, "13900000003"));
    }
}
