package com.guncai.backoffice.order;

import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import com.guncai.backoffice.shared.ServiceCode;
import com.guncai.backoffice.shared.TypedText;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

    @Enumerated(EnumType.STRING)
    private OrderStatus status;

    @Convert(converter = TypedText.class)
    private @Nullable String rejectReason;

    private long customerId;
    private ServiceCode service;
    private long priceFen;
    private long discountFen;
    private long payableFen;
    private long paidFen;
    private long refundedFen;
    private @Nullable Long couponId;
    private Instant createdAt;
    private @Nullable Instant payBefore;
    private boolean underRefund;
    private String idempotencyKey;
    private String requestDigest;

    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init")
    protected Order() {}

    private Order(String orderNo, ServiceCode service, Placement placement, OrderStatus status, Instant now) {
        this.orderNo = orderNo;
        this.customerId = placement.customer().id();
        this.service = service;
        this.status = status;
        this.createdAt = now;
        this.idempotencyKey = placement.idempotencyKey();
        this.requestDigest = placement.requestDigest();
    }

    Order(String orderNo, ServiceCode service, Placement placement, long priceFen, Duration window, Instant now) {
        this(orderNo, service, placement, OrderStatus.AWAITING_PAYMENT, now);
        this.priceFen = priceFen;
        this.payableFen = priceFen;
        this.payBefore = now.plus(window);
        registerEvent(new OrderPlaced(orderNo, service, now));
    }

    /** A claim has nothing to pay: it waits for its review. */
    static Order claim(String orderNo, ServiceCode service, Placement placement, Instant now) {
        return new Order(orderNo, service, placement, OrderStatus.PAID, now);
    }

    /** The coupon that was held for a claim; without one it is rejected at once. */
    void covered(@Nullable Long heldCouponId, Instant now) {
        couponId = heldCouponId;
        if (heldCouponId == null) {
            rejected("无有效券", now);
        }
    }

    /** Takes a held coupon off the price; at least one fen stays to be paid. */
    void deduct(long couponId, long faceFen) {
        this.couponId = couponId;
        discountFen = Math.min(faceFen, Math.max(0, priceFen - 1));
        payableFen = priceFen - discountFen;
    }

    /**
     * The payment arrived. On a cancelled order it is kept and announced as {@link PaidAfterCancellation}.
     * @return whether the order goes on
     */
    boolean paid(long fen, Instant now) {
        if (paidFen > 0) {
            throw new IllegalStateException("order " + orderNo + " is paid already");
        }
        paidFen = fen;
        if (status == OrderStatus.CANCELLED) {
            registerEvent(new PaidAfterCancellation(orderNo, service, now, fen));
            return false;
        }
        from(OrderStatus.AWAITING_PAYMENT);
        status = OrderStatus.PAID;
        registerEvent(new PaymentReceived(orderNo, service, now));
        return true;
    }

    void accepted(String text, Instant now) {
        from(OrderStatus.PAID);
        status = OrderStatus.ACCEPTED;
        registerEvent(new OrderAccepted(orderNo, service, now, text));
    }

    void completed(String text, Instant now) {
        from(OrderStatus.PAID, OrderStatus.ACCEPTED);
        if (underRefund) {
            throw ProblemException.conflict(ProblemCode.ORDER_UNDER_REFUND, "订单正在申请退款，暂不能完成，请等待客服处理");
        }
        status = OrderStatus.COMPLETED;
        registerEvent(new OrderCompleted(orderNo, service, now, text));
    }

    void rejected(String reason, Instant now) {
        from(OrderStatus.PAID, OrderStatus.ACCEPTED);
        status = OrderStatus.REJECTED;
        rejectReason = reason;
        registerEvent(new OrderRejected(orderNo, service, now, reason));
    }

    void cancelled(String text, Instant now) {
        from(OrderStatus.AWAITING_PAYMENT);
        status = OrderStatus.CANCELLED;
        registerEvent(new OrderCancelled(orderNo, service, now, text));
    }

    /** A refund was asked for. While it is open the order goes on, but cannot be completed. */
    void refundOpened() {
        from(OrderStatus.PAID, OrderStatus.ACCEPTED);
        if (underRefund) {
            throw ProblemException.conflict(ProblemCode.REFUND_OPEN, "该订单已有退款申请在处理中，请等待客服处理");
        }
        requireRefundable();
        underRefund = true;
    }

    void refundClosed(String text, Instant now) {
        underRefund = false;
        registerEvent(new RefundClosed(orderNo, service, now, text));
    }

    void refunding(Instant now) {
        from(OrderStatus.PAID, OrderStatus.ACCEPTED, OrderStatus.CANCELLED);
        requireRefundable();
        underRefund = true;
        status = OrderStatus.REFUNDING;
        registerEvent(new RefundStarted(orderNo, service, now));
    }

    void refunded(long fen, String text, Instant now) {
        from(OrderStatus.REFUNDING);
        if (fen <= 0 || fen > refundableFen()) {
            throw new IllegalStateException("order " + orderNo + ": more would go back than was paid");
        }
        refundedFen += fen;
        underRefund = false;
        status = OrderStatus.REFUNDED;
        registerEvent(new RefundFinished(orderNo, service, now, text));
    }

    private void requireRefundable() {
        if (refundableFen() == 0) {
            throw ProblemException.conflict(ProblemCode.NOTHING_TO_REFUND, "该订单没有可退的款项");
        }
    }

    void noted(String text, Instant now) {
        registerEvent(new OrderNoted(orderNo, service, now, text));
    }

    private void from(OrderStatus... allowed) {
        if (!List.of(allowed).contains(status)) {
            throw ProblemException.conflict(ProblemCode.ORDER_STATE, "订单当前状态（" + status.label() + "）不支持此操作");
        }
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
        return priceFen;
    }

    public long discountFen() {
        return discountFen;
    }

    public long payableFen() {
        return payableFen;
    }

    public long paidFen() {
        return paidFen;
    }

    public long refundableFen() {
        return paidFen - refundedFen;
    }

    public boolean isUnderRefund() {
        return underRefund;
    }

    public @Nullable Long couponId() {
        return couponId;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public @Nullable Instant payBefore() {
        return payBefore;
    }

    public @Nullable String rejectReason() {
        return rejectReason;
    }

    String requestDigest() {
        return requestDigest;
    }
}
