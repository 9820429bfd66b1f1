package com.guncai.backoffice.payment;

import com.guncai.backoffice.order.Prepay;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How an order is paid: first what lets the customer pay, then the one transaction by which it was paid. Amount in fen. */
@Entity
class Payment {
    @Id
    private String orderNo;

    private @Nullable String prepayTimeStamp;
    private @Nullable String prepayNonce;
    private @Nullable String prepayPackage;
    private @Nullable String prepaySignType;
    private @Nullable String prepaySign;
    private @Nullable String transactionId;
    private @Nullable Long amountFen;
    private @Nullable Instant paidAt;
    private @Nullable Instant shippedAt;

    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init")
    protected Payment() {}

    Payment(String orderNo) {
        this.orderNo = orderNo;
    }

    void announced(Prepay prepay) {
        prepayTimeStamp = prepay.timeStamp();
        prepayNonce = prepay.nonceStr();
        prepayPackage = prepay.packageValue();
        prepaySignType = prepay.signType();
        prepaySign = prepay.paySign();
    }

    void paid(String transactionId, long amountFen, Instant paidAt) {
        if (this.transactionId != null) {
            throw new IllegalStateException("order " + orderNo + " has its payment already");
        }
        this.transactionId = transactionId;
        this.amountFen = amountFen;
        this.paidAt = paidAt;
    }

    /** {@code null} until paid. */
    @Nullable
    Long amountFen() {
        return amountFen;
    }

    /** {@code null} until paid. */
    @Nullable
    Instant paidAt() {
        return paidAt;
    }

    /** {@code null} before WeChat Pay gave it. */
    @Nullable
    Prepay prepay() {
        if (prepayTimeStamp == null
                || prepayNonce == null
                || prepayPackage == null
                || prepaySignType == null
                || prepaySign == null) {
            return null;
        }
        return new Prepay(prepayTimeStamp, prepayNonce, prepayPackage, prepaySignType, prepaySign);
    }

    /** WeChat Pay's number; {@code null} until paid. */
    @Nullable
    String transactionId() {
        return transactionId;
    }
}
