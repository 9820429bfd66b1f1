package com.guncai.backoffice.refund;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** 银行流水: money that left an account. Written once, never changed. Amount in fen. */
@Entity
@Immutable
class BankTransaction {
    enum Direction {
        OUT
    }

    /** Which of the company's accounts paid. */
    enum Account {
        /** 微信商户号. */
        WECHAT_MERCHANT,
        /** 公司账户. */
        COMPANY
    }

    @Id
    @GeneratedValue
    private @Nullable Long id;

    private String orderNo;
    private String refundNo;
    private long amountFen;

    @Enumerated(EnumType.STRING)
    private Direction direction;

    @Enumerated(EnumType.STRING)
    private Account account;

    private String externalNo;
    private Instant at;

    @SuppressWarnings("NullAway.Init")
    protected BankTransaction() {}

    /** @param externalNo the account's own number of it: WeChat Pay's refund, or the bank's */
    BankTransaction(Refund refund, Account account, String externalNo, Instant at) {
        this.orderNo = refund.orderNo();
        this.refundNo = refund.refundNo();
        this.amountFen = refund.agreedFen();
        this.direction = Direction.OUT;
        this.account = account;
        this.externalNo = externalNo;
        this.at = at;
    }
}
