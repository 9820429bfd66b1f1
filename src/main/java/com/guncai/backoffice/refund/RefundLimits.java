package com.guncai.backoffice.refund;

import com.guncai.backoffice.order.Order;
import com.guncai.backoffice.order.OrderStatus;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Until when a refund may be asked for, by whom, and how often: our rules and WeChat Pay's. */
@Component
class RefundLimits {
    private final RefundRepository refunds;
    private final RefundProperties properties;
    private final Clock clock;

    RefundLimits(RefundRepository refunds, RefundProperties properties, Clock clock) {
        this.refunds = refunds;
        this.properties = properties;
        this.clock = clock;
    }

    /** Whether the customer is in time; an order that a refund ended is over for the customer. */
    boolean isOpenToCustomer(Order order) {
        return switch (order.status()) {
            case PAID, ACCEPTED -> true;
            case COMPLETED -> {
                var completed = order.completedAt();
                yield completed != null && isBefore(completed.plus(properties.customerWindow()));
            }
            case AWAITING_PAYMENT, REJECTED, CANCELLED, REFUNDING, REFUNDED -> false;
        };
    }

    /** @throws ProblemException {@code REFUND_TOO_LATE}, {@code ORDER_STATE} */
    void checkCustomer(Order order) {
        if (isOpenToCustomer(order)) {
            return;
        }
        if (order.status() == OrderStatus.COMPLETED) {
            throw ProblemException.conflict(
                    ProblemCode.REFUND_TOO_LATE,
                    "订单完成已超过 %d 天，如有问题请联系客服"
                            .formatted(properties.customerWindow().toDays()));
        }
        throw ProblemException.conflict(
                ProblemCode.ORDER_STATE, "订单当前状态（" + order.status().label() + "）不能申请退款");
    }

    /** @throws ProblemException {@code REFUND_TOO_LATE} */
    void checkStaff(Order order) {
        var paid = Objects.requireNonNullElse(order.paidAt(), order.createdAt());
        if (!isBefore(paid.plus(properties.staffWindow()))) {
            throw ProblemException.conflict(
                    ProblemCode.REFUND_TOO_LATE,
                    "付款已超过 %d 天，微信不再受理退款".formatted(properties.staffWindow().toDays()));
        }
    }

    /** @throws ProblemException {@code REFUND_TOO_OFTEN} */
    void checkCount(String orderNo) {
        if (refunds.countByOrderNoAndStatus(orderNo, RefundStatus.REFUNDED) >= properties.mostAnOrder()) {
            throw ProblemException.conflict(
                    ProblemCode.REFUND_TOO_OFTEN, "该订单已退过 %d 次，微信不再受理".formatted(properties.mostAnOrder()));
        }
    }

    /** Whether WeChat Pay takes a refund of the order now: it wants some time between two. */
    boolean isFarFromLast(String orderNo) {
        var last = refunds.lastRefundedAt(orderNo);
        return last == null || !isBefore(last.plus(properties.apart()));
    }

    private boolean isBefore(Instant end) {
        return clock.instant().isBefore(end);
    }
}
