package com.guncai.backoffice.aftersale;

import com.guncai.backoffice.order.Order;
import com.guncai.backoffice.order.OrderNotes;
import com.guncai.backoffice.order.OrderStatus;
import com.guncai.backoffice.order.OrderViews;
import com.guncai.backoffice.order.Orders;
import com.guncai.backoffice.process.CaseProcess;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Does a fulfilled order once more, without a second payment, where its service can. */
@Component
@Transactional
class AfterSaleRedo {
    private final AfterSales afterSales;
    private final Orders orders;
    private final OrderViews views;
    private final OrderNotes notes;
    private final ObjectProvider<CaseProcess> services;

    AfterSaleRedo(
            AfterSales afterSales,
            Orders orders,
            OrderViews views,
            OrderNotes notes,
            ObjectProvider<CaseProcess> services) {
        this.views = views;
        this.notes = notes;
        this.afterSales = afterSales;
        this.orders = orders;
        this.services = services;
    }

    /** @throws ProblemException {@code REDO_NOT_POSSIBLE}, {@code NOTHING_TO_REFUND}, {@code REFUND_OPEN} */
    void check(AfterSale afterSale) {
        if (afterSale.orderNo() == null || afterSale.outcome() == AfterSaleOutcome.EXPLAINED) {
            return;
        }
        var order = orders.locked(afterSale.orderNo());
        if (order.hasOpenRefund()) {
            throw ProblemException.conflict(ProblemCode.REFUND_OPEN, "该订单有退款在办理，请等它办完再处理");
        }
        if (afterSale.outcome() == AfterSaleOutcome.REDO) {
            checkRedo(order);
        } else if (order.refundableFen() == 0) {
            throw ProblemException.conflict(ProblemCode.NOTHING_TO_REFUND, "该订单没有可退的款项");
        }
    }

    private void checkRedo(Order order) {
        if (order.status() != OrderStatus.COMPLETED) {
            throw ProblemException.conflict(
                    ProblemCode.REDO_NOT_POSSIBLE, "订单还没有完成（" + order.status().label() + "），请办理订单现有的任务，不用重新办理");
        }
        if (services.stream().noneMatch(process -> process.redoes(order.service()))) {
            throw ProblemException.conflict(
                    ProblemCode.REDO_NOT_POSSIBLE, order.service().label() + "不能重新办理，请选择说明或退款");
        }
    }

    /** An order that was refunded since the answer, or is about to be, is left as it is. */
    void start(String afterSaleNo) {
        var afterSale = afterSales.get(afterSaleNo);
        var orderNo = Objects.requireNonNull(afterSale.orderNo());
        var order = orders.locked(orderNo);
        if (order.status() != OrderStatus.COMPLETED || order.hasOpenRefund()) {
            notes.add(orderNo, "售后说好重新办理，但订单在这之间要退款，没有重新办理", by(afterSale));
            return;
        }
        var bought = views.summary(order).purchase();
        notes.add(orderNo, "售后重新办理：" + afterSale.answer() + (bought.isEmpty() ? "" : "。上一次：" + bought), by(afterSale));
        orders.reopen(orderNo, "客服已安排重新办理，不另收费");
    }

    private static String by(AfterSale afterSale) {
        return Objects.requireNonNullElse(afterSale.answeredBy(), "客服");
    }
}
