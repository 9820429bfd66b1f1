package com.guncai.backoffice.couponsales;

import com.guncai.backoffice.codepurchase.PurchaseOrders;
import com.guncai.backoffice.order.OpenOrders;
import com.guncai.backoffice.order.Orders;
import com.guncai.backoffice.order.RefundClosed;
import com.guncai.backoffice.process.CaseProcess;
import com.guncai.backoffice.process.ModelAction;
import com.guncai.backoffice.process.Processes;
import com.guncai.backoffice.process.RequiredSteps;
import com.guncai.backoffice.process.TaskFormData;
import com.guncai.backoffice.shared.ServiceCode;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Connects the couponsales module with processes/CouponOrderProcess.bpmn; public for its expressions. */
@Component
public class CouponOrderProcess implements CaseProcess {
    private final Processes processes;
    private final OpenOrders openOrders;
    private final CouponFulfilment handingOut;
    private final PurchaseOrders purchases;
    private final CouponOrderCards cards;
    private final Orders orders;

    CouponOrderProcess(
            Processes processes,
            OpenOrders openOrders,
            CouponFulfilment handingOut,
            PurchaseOrders purchases,
            CouponOrderCards cards,
            Orders orders) {
        this.processes = processes;
        this.openOrders = openOrders;
        this.handingOut = handingOut;
        this.purchases = purchases;
        this.cards = cards;
        this.orders = orders;
    }

    @Override
    public Set<String> formFields() {
        return Set.of("orderedQuantity", "purchaseCostYuan", "purchaseOrderNo", "costConfirmed");
    }

    @Override
    public Set<String> candidateGroups() {
        return Set.of("coupon-desk");
    }

    @Override
    public String service(String orderNo) {
        return orders.get(orderNo).service().code();
    }

    @Override
    public boolean fulfils(ServiceCode service) {
        return service.couponsForSale();
    }

    @Override
    public RequiredSteps requiredSteps() {
        return RequiredSteps.endingBy("couponOrderProcess.handOut");
    }

    @Override
    public Set<String> messages() {
        return Set.of(CodesHandedOut.class.getSimpleName(), RefundClosed.class.getSimpleName(), "OrderRefunded");
    }

    @Override
    public @Nullable String endVeto(String orderNo) {
        return openOrders.whyOpen(orderNo);
    }

    /** The process that is just handing out learns it from the answer. */
    @EventListener
    void on(CodesHandedOut handedOut) {
        processes.correlateIfWaiting(handedOut.orderNo(), handedOut);
    }

    /** Whoever wanted the money back and does not get it is served now, if there are codes. */
    @EventListener
    void on(RefundClosed closed) {
        if (closed.service().couponsForSale()) {
            processes.correlateIfWaiting(closed.orderNo(), closed);
        }
    }

    /** Task_HandOutCodes: {@code HANDED_OUT}, {@code SHORT} or {@code UNDER_REFUND}. */
    @ModelAction
    public String handOut(String orderNo) {
        return handingOut.handOut(orderNo).name();
    }

    /** Task_LookAgain: codes may have come some other way than by an import. */
    @ModelAction
    public void lookAgain(String orderNo) {
        handingOut.serveWaiting(handingOut.productOf(orderNo));
    }

    /** As below, in diagrams of before the question about the amount: their form cannot answer it. */
    @ModelAction
    public void recordRestock(
            String orderNo,
            @Nullable Object orderedQuantity,
            @Nullable Object purchaseCostYuan,
            @Nullable Object purchaseOrderNo) {
        recordRestock(orderNo, orderedQuantity, purchaseCostYuan, purchaseOrderNo, true);
    }

    /** Task_RecordRestock: what the clerk ordered because of the order; nothing when everything is empty. */
    @ModelAction
    public void recordRestock(
            String orderNo,
            @Nullable Object orderedQuantity,
            @Nullable Object purchaseCostYuan,
            @Nullable Object purchaseOrderNo,
            @Nullable Object costConfirmed) {
        purchases.buy(handingOut.productOf(orderNo), orderedQuantity, purchaseCostYuan, purchaseOrderNo, costConfirmed);
    }

    /** What the form shows. */
    @ModelAction
    public TaskFormData card(String orderNo) {
        return processes.card(this, orderNo);
    }

    /** The order in a line, for the list of tasks. */
    @ModelAction
    public String summary(String orderNo) {
        return cards.summary(orderNo);
    }

    @Override
    public Object cardContent(String orderNo) {
        return cards.of(orderNo);
    }
}
