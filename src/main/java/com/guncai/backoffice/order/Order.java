package com.guncai.backoffice.order;

import com.guncai.backoffice.shared.ServiceCode;
import com.guncai.backoffice.shared.TypedText;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/**
 * An order of any service. Its status changes only here, through methods that refuse what the state does not allow
 * ({@code ORDER_STATE}) and announce what happened. Amounts in fen; price, discount and coupon never change once placed.
 */
@Entity
@Table(name = "customer_order")
public class Order extends AbstractAggregateRoot<Order> {
    @Id
    private String orderNo;

    private @Nullable String orderTail;

    @Enumerated(EnumType.STRING)
    private OrderStatus status;

    @Convert(converter = TypedText.class)
    private @Nullable String rejectReason;

    private long customerId;
    private ServiceCode service;
    private Instant createdAt;
    private @Nullable Instant payBefore;
    private @Nullable Instant completedAt;
    private boolean helped;
    private String idempotencyKey;
    private String requestDigest;

    @Embedded
    private OrderFunds funds = new OrderFunds();

    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init")
    protected Order() {}

    private Order(String orderNo, ServiceCode service, Placement placement, OrderStatus status, Instant now) {
        this.orderNo = orderNo;
        this.orderTail = orderNo.substring(Math.max(0, orderNo.length() - 4));
        this.customerId = placement.customer().id();
        this.service = service;
        this.status = status;
        this.createdAt = now;
        this.idempotencyKey = placement.idempotencyKey();
        this.requestDigest = placement.requestDigest();
    }

    Order(String orderNo, ServiceCode service, Placement placement, long priceFen, Duration window, Instant now) {
        this(orderNo, service, placement, OrderStatus.AWAITING_PAYMENT, now);
        funds.costs(priceFen);
        this.payBefore = now.plus(window);
        registerEvent(new OrderPlaced(orderNo, service, now));
    }

    /** A claim has nothing to pay: it waits for its review. */
    static Order claim(String orderNo, ServiceCode service, Placement placement, Instant now) {
        return new Order(orderNo, service, placement, OrderStatus.PAID, now);
    }

    /** By the coupon that was held for a claim; without one it is rejected at once. */
    void covered(@Nullable Long heldCouponId, Instant now) {
        funds.coveredBy(heldCouponId);
        if (heldCouponId == null) {
            rejected("无有效券", now);
        }
    }

    /** Takes a held coupon off the price; at least one fen stays to be paid. */
    void deduct(long couponId, long faceFen) {
        funds.deduct(couponId, faceFen);
    }

    /** The payment arrived; a cancelled order does not go on ({@code false}), and announces {@link PaidAfterCancellation}. */
    boolean paid(long fen, Instant now) {
        funds.paid(fen, now);
        if (status == OrderStatus.CANCELLED) {
            registerEvent(new PaidAfterCancellation(orderNo, service, now, fen));
            return false;
        }
        status = status.to(OrderStatus.PAID, OrderStatus.AWAITING_PAYMENT);
        registerEvent(new PaymentReceived(orderNo, service, now));
        return true;
    }

    void accepted(String text, Instant now) {
        status = status.to(OrderStatus.ACCEPTED, OrderStatus.PAID);
        registerEvent(new OrderAccepted(orderNo, service, now, text));
    }

    void completed(String text, Instant now) {
        status.requireOneOf(OrderStatus.PAID, OrderStatus.ACCEPTED);
        funds.requireNotHeldUp();
        status = OrderStatus.COMPLETED;
        completedAt = now;
        registerEvent(new OrderCompleted(orderNo, service, now, text));
    }

    void rejected(String reason, Instant now) {
        status = status.to(OrderStatus.REJECTED, OrderStatus.PAID, OrderStatus.ACCEPTED);
        rejectReason = reason;
        registerEvent(new OrderRejected(orderNo, service, now, reason));
    }

    void cancelled(String text, Instant now) {
        status = status.to(OrderStatus.CANCELLED, OrderStatus.AWAITING_PAYMENT);
        registerEvent(new OrderCancelled(orderNo, service, now, text));
    }

    /** It is fulfilled, and will be once more. */
    void reopened(String text, Instant now) {
        status.requireOneOf(OrderStatus.COMPLETED);
        funds.requireNoOpenRefund();
        status = OrderStatus.PAID;
        registerEvent(new OrderReopened(orderNo, service, now, text));
    }

    /** A refund was asked for. Until it is decided the order goes on, but cannot be completed. */
    void refundOpened() {
        status.requireRefundable();
        funds.requireNoOpenRefund();
        funds.refundOpened();
    }

    /** No refund holds the order up any more: it was refused or withdrawn, or only a part goes back. */
    void refundClosed(boolean partGoesBack, String text, Instant now) {
        funds.refundDecided(partGoesBack);
        registerEvent(new RefundClosed(orderNo, service, now, text));
    }

    /** The order ends by a refund, be it fulfilled or refunded in part already; one paid after its cancellation, too. */
    void refunding(Instant now) {
        status.requireEndableByRefund();
        funds.refundOpened();
        status = OrderStatus.REFUNDING;
        registerEvent(new RefundStarted(orderNo, service, now));
    }

    /** Money went back. An order that the refund does not end stays as it is, whatever became of it meanwhile. */
    void refunded(long fen, String text, Instant now) {
        status = status.afterRefund();
        funds.refunded(fen);
        registerEvent(new RefundFinished(orderNo, service, now, text));
    }

    /** There is an after-sale of it. */
    void helped() {
        helped = true;
    }

    void noted(String text, Instant now) {
        registerEvent(new OrderNoted(orderNo, service, now, text));
    }

    public String orderNo() {
        return orderNo;
    }

    public long customerId() {
        return customerId;
    }

    public ServiceCode service() {
        return service;
    }

    public OrderStatus status() {
        return status;
    }

    public long priceFen() {
        return funds.priceFen();
    }

    public long discountFen() {
        return funds.discountFen();
    }

    public long payableFen() {
        return funds.payableFen();
    }

    public long paidFen() {
        return funds.paidFen();
    }

    public long refundableFen() {
        return funds.refundableFen();
    }

    public boolean isUnderRefund() {
        return funds.isHeldUp();
    }

    public boolean hasOpenRefund() {
        return funds.hasOpenRefund();
    }

    /** Whether there is any after-sale of it: most orders have none. */
    public boolean isHelped() {
        return helped;
    }

    public @Nullable Long couponId() {
        return funds.couponId();
    }

    public Instant createdAt() {
        return createdAt;
    }

    public @Nullable Instant payBefore() {
        return payBefore;
    }

    /** When the payment arrived; {@code null} while none has. */
    public @Nullable Instant paidAt() {
        return funds.paidAt();
    }

    /** When it was fulfilled last; {@code null} while it never was. */
    public @Nullable Instant completedAt() {
        return completedAt;
    }

    public @Nullable String rejectReason() {
        return rejectReason;
    }

    String requestDigest() {
        return requestDigest;
    }
}
