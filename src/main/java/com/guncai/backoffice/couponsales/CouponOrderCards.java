package com.guncai.backoffice.couponsales;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.guncai.backoffice.codepurchase.OpenPurchaseOrders;
import com.guncai.backoffice.codepurchase.StockOutlook;
import com.guncai.backoffice.order.Orders;
import com.guncai.backoffice.process.CardText;
import com.guncai.backoffice.process.TaskCard;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a clerk has to know to buy the codes that an order waits for. */
@Component
class CouponOrderCards {
    private final CouponSales sales;
    private final Orders orders;
    private final StockOutlook care;
    private final OpenPurchaseOrders awaited;

    CouponOrderCards(CouponSales sales, Orders orders, StockOutlook care, OpenPurchaseOrders awaited) {
        this.sales = sales;
        this.orders = orders;
        this.care = care;
        this.awaited = awaited;
    }

    @Transactional(readOnly = true)
    Card of(String orderNo) {
        var couponOrder = sales.get(orderNo);
        var order = orders.get(orderNo);
        var outlook = care.outlook(couponOrder.productId());
        var coming = awaited.of(couponOrder.productId());
        return new Card(
                orderNo,
                couponOrder.productName(),
                couponOrder.quantity() + " 张",
                Money.yuan(couponOrder.faceFen()),
                Money.yuan(order.paidFen()),
                text(couponOrder.waitingSince()),
                outlook.available() + " 张",
                outlook.wanted() + " 张",
                Math.max(0, outlook.wanted() - outlook.available() - outlook.onOrder()) + " 张",
                coming.onOrder(),
                coming.late(),
                order.isUnderRefund() ? "用户已申请退款，客服审核中；不影响采购" : "");
    }

    @Transactional(readOnly = true)
    String summary(String orderNo) {
        return sales.get(orderNo).line() + "，缺货";
    }

    private static String text(@Nullable Instant at) {
        return at == null ? "" : BusinessTime.text(at);
    }

    /**
     * Amounts as {@code ¥30.00}, times in Asia/Shanghai.
     *
     * @param stock what could be handed out now
     * @param wanted by all orders that wait for the product
     * @param missing at least so many have to be bought besides those that are on their way
     * @param onOrder purchases under way; empty when there is none
     * @param late purchases that should be here and are not; empty when there is none
     */
    record Card(
            String orderNo,
            String coupon,
            String quantity,
            String face,
            String paid,
            String waitingSince,
            String stock,
            String wanted,
            String missing,
            String onOrder,
            String late,
            String warning) {
        /** Shown by Task_RestockForOrder. */
        @JsonProperty
        TaskCard card() {
            return TaskCard.untitled()
                    .figure("缺的券", CardText.strong(coupon))
                    .figure("至少要买", CardText.strong(missing))
                    .warn(warning)
                    .warn(late.isEmpty() ? "" : "逾期未到的采购：" + late + "。先联系淘票票催货；还会到货的，不要重复购买。")
                    .row("本单", quantity + "，用户实付 " + paid)
                    .row("等候自", waitingSince)
                    .row("所有缺货订单", "共需 " + wanted + "，现有可发库存 " + stock)
                    .row("在途采购", onOrder.isEmpty() ? "没有" : onOrder)
                    .row("订单", orderNo);
        }
    }
}
