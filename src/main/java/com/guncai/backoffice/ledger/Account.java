package com.guncai.backoffice.ledger;

import com.guncai.backoffice.coupon.Coupon;
import com.guncai.backoffice.shared.CompanyAccount;
import com.guncai.backoffice.shared.ServiceCode;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * An account of the ledger: {@code WECHAT}, or one of several of a kind, {@code COST:FLOWER}. What the company has, is owed or
 * spent counts up (debit), what it owes or earned counts down.
 *
 * @param part which of its kind: a service's code, or for claims on PICC a kind of coupon
 */
public record Account(Kind kind, @Nullable String part) implements Comparable<Account> {
    /** In the order of a balance sheet. */
    public enum Kind {
        WECHAT("微信商户号"),
        ALIPAY("支付宝"),
        BANK("银行"),
        /** Bought and not yet paid from another account counts down. */
        MEITUAN("美团"),
        TAOPIAOPIAO("淘票票"),
        PICC("应收人保"),
        CODES_ORDERED("在途券码"),
        CODE_STOCK("券码库存"),
        PREPAYMENT("客户预收款"),
        /** Money of which nobody knows yet what it is for. */
        SUSPENSE("待查款项"),
        REVENUE("收入"),
        COST("成本"),
        DISCARDED("弃票损失"),
        WECHAT_FEE("微信手续费");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public static final Account WECHAT = new Account(Kind.WECHAT, null);
    public static final Account ALIPAY = new Account(Kind.ALIPAY, null);
    public static final Account BANK = new Account(Kind.BANK, null);
    public static final Account CODES_ORDERED = new Account(Kind.CODES_ORDERED, null);
    public static final Account CODE_STOCK = new Account(Kind.CODE_STOCK, null);
    public static final Account PREPAYMENT = new Account(Kind.PREPAYMENT, null);
    public static final Account SUSPENSE = new Account(Kind.SUSPENSE, null);
    public static final Account WECHAT_FEE = new Account(Kind.WECHAT_FEE, null);

    public static Account of(CompanyAccount account) {
        return new Account(Kind.valueOf(account.name()), null);
    }

    /** What PICC owes for coupons of a kind. */
    public static Account picc(Coupon.Kind coupons) {
        return new Account(Kind.PICC, coupons.name());
    }

    public static Account revenue(ServiceCode service) {
        return new Account(Kind.REVENUE, service.code());
    }

    public static Account cost(ServiceCode service) {
        return new Account(Kind.COST, service.code());
    }

    public static Account discarded(ServiceCode service) {
        return new Account(Kind.DISCARDED, service.code());
    }

    /** @throws IllegalArgumentException when there is no such kind */
    public static Account parse(String code) {
        var colon = code.indexOf(':');
        return colon < 0
                ? new Account(Kind.valueOf(code), null)
                : new Account(Kind.valueOf(code.substring(0, colon)), code.substring(colon + 1));
    }

    public String code() {
        return part == null ? kind.name() : kind.name() + ":" + part;
    }

    @Override
    public int compareTo(Account other) {
        return Comparator.comparing(Account::kind).thenComparing(Account::code).compare(this, other);
    }

    @Override
    public String toString() {
        return code();
    }
}
