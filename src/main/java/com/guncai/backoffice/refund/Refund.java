package com.guncai.backoffice.refund;

import com.guncai.backoffice.order.Order;
import com.guncai.backoffice.payment.RefundInstruction;
import com.guncai.backoffice.shared.PersonalDataCipher;
import com.guncai.backoffice.shared.ProblemException;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to give an order's money back, from the wish to the bank. Amounts in fen. Changes happen while the order's row
 * is locked; what the state does not allow is a {@link ProblemException} {@code REFUND_STATE}.
 */
@Entity
class Refund {
    @Id
    private String refundNo;

    private String orderNo;

    @Enumerated(EnumType.STRING)
    private RefundOrigin origin;

    @Convert(converter = PersonalDataCipher.class)
    private String reason;

    @Enumerated(EnumType.STRING)
    private RefundStatus status;

    private long requestedFen;
    private @Nullable Long proposedFen;
    private @Nullable String requestedBy;
    private @Nullable Long refundFen;
    private @Nullable Boolean endsOrder;

    @Convert(converter = PersonalDataCipher.class)
    private @Nullable String decisionNote;

    private @Nullable String decidedBy;
    private @Nullable String failure;
    private @Nullable String wechatRefundId;
    private @Nullable String bankFlowNo;
    private Instant requestedAt;
    private @Nullable Instant decidedAt;
    private @Nullable Instant closedAt;
    private @Nullable Instant wechatRefundedAt;
    private @Nullable String openFor;

    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init")
    protected Refund() {}

    /** Asks for all that can still go back. */
    Refund(String refundNo, Order order, RefundOrigin origin, String reason, Instant now) {
        this.refundNo = refundNo;
        this.orderNo = order.orderNo();
        this.origin = origin;
        this.reason = reason;
        this.status = RefundStatus.REQUESTED;
        this.requestedFen = order.refundableFen();
        this.requestedAt = now;
        this.openFor = orderNo;
    }

    /** @param fen what should go back; {@code null} for all that can */
    void proposed(@Nullable Long fen, String staff) {
        proposedFen = fen;
        requestedBy = staff;
    }

    /**
     * @param ends whether nobody fulfils the order any more
     * @param staff who decided; {@code null} when nobody had to
     */
    void approved(long fen, boolean ends, @Nullable String note, @Nullable String staff, Instant now) {
        status.requireOneOf(RefundStatus.REQUESTED);
        status = RefundStatus.APPROVED;
        refundFen = fen;
        endsOrder = ends;
        decided(note, staff, now);
    }

    /** Who asked thought better of it. */
    void withdrawn(Instant now) {
        status.requireOneOf(RefundStatus.REQUESTED);
        status = RefundStatus.WITHDRAWN;
        closed(now);
    }

    void rejected(String note, @Nullable String staff, Instant now) {
        status.requireOneOf(RefundStatus.REQUESTED);
        status = RefundStatus.REJECTED;
        decided(note, staff, now);
        closed(now);
    }

    /** WeChat Pay took it; the money is on its way. */
    void accepted(String wechatRefundId) {
        status.requireOneOf(RefundStatus.APPROVED);
        this.wechatRefundId = wechatRefundId;
    }

    /** WeChat Pay will not do it. */
    void failed(String code) {
        status.requireOneOf(RefundStatus.APPROVED);
        status = RefundStatus.BY_HAND;
        failure = code;
    }

    /** The money arrived, be it after WeChat Pay had given up. */
    void succeeded(String wechatRefundId, Instant now) {
        status.requireOneOf(RefundStatus.APPROVED, RefundStatus.BY_HAND);
        status = RefundStatus.REFUNDED;
        this.wechatRefundId = wechatRefundId;
        this.wechatRefundedAt = now;
        closed(now);
    }

    /** The money arrived although finance had transferred it already. */
    void succeededAgain(String wechatRefundId, Instant now) {
        status.requireOneOf(RefundStatus.REFUNDED);
        this.wechatRefundId = wechatRefundId;
        this.wechatRefundedAt = now;
    }

    void transferredByHand(String bankFlowNo, Instant now) {
        status.requireOneOf(RefundStatus.BY_HAND);
        status = RefundStatus.REFUNDED;
        this.bankFlowNo = bankFlowNo;
        closed(now);
    }

    private void decided(@Nullable String note, @Nullable String staff, Instant now) {
        decisionNote = note;
        decidedBy = staff;
        decidedAt = now;
    }

    private void closed(Instant now) {
        closedAt = now;
        openFor = null;
    }

    /** What WeChat Pay is asked for; only once it is decided. */
    RefundInstruction agreed(Order order) {
        return new RefundInstruction(refundNo, orderNo, agreedFen(), order.paidFen());
    }

    long agreedFen() {
        if (refundFen == null) {
            throw new IllegalStateException("refund " + refundNo + " is not decided");
        }
        return refundFen;
    }

    String refundNo() {
        return refundNo;
    }

    String orderNo() {
        return orderNo;
    }

    RefundOrigin origin() {
        return origin;
    }

    String reason() {
        return reason;
    }

    RefundStatus status() {
        return status;
    }

    /** What was asked for. */
    long requestedFen() {
        return proposedFen == null ? requestedFen : proposedFen;
    }

    boolean isWithdrawable() {
        return status == RefundStatus.REQUESTED && origin == RefundOrigin.CUSTOMER;
    }

    /** Whether it is decided so that the order ends. */
    boolean endsOrder() {
        return Boolean.TRUE.equals(endsOrder);
    }

    /** When it came to its status. */
    Instant changedAt() {
        return closedAt != null ? closedAt : decidedAt != null ? decidedAt : requestedAt;
    }

    @Nullable
    Long refundFen() {
        return refundFen;
    }

    @Nullable
    String decisionNote() {
        return decisionNote;
    }

    @Nullable
    String failure() {
        return failure;
    }

    /** Who decided; {@code null} while nobody did, or had to. */
    @Nullable
    String decidedBy() {
        return decidedBy;
    }

    /** WeChat Pay's number; {@code null} until it took the refund. */
    @Nullable
    String wechatRefundId() {
        return wechatRefundId;
    }

    @Nullable
    String bankFlowNo() {
        return bankFlowNo;
    }

    /** When WeChat Pay's money arrived; {@code null} while it did not. */
    @Nullable
    Instant wechatRefundedAt() {
        return wechatRefundedAt;
    }

    Instant requestedAt() {
        return requestedAt;
    }

    @Nullable
    Instant decidedAt() {
        return decidedAt;
    }
}
