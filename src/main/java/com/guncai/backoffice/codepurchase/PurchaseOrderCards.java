package com.guncai.backoffice.codepurchase;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.guncai.backoffice.coupon.CouponProducts;
import com.guncai.backoffice.process.CardText;
import com.guncai.backoffice.process.TaskCard;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.Money;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a clerk has to know to keep the stock filled. */
@Component
class PurchaseOrderCards {
    private final PurchaseOrders purchases;
    private final StockOutlook care;
    private final OpenPurchaseOrders awaited;
    private final CouponProducts products;
    private final Clock clock;

    PurchaseOrderCards(
            PurchaseOrders purchases,
            StockOutlook care,
            OpenPurchaseOrders awaited,
            CouponProducts products,
            Clock clock) {
        this.purchases = purchases;
        this.care = care;
        this.awaited = awaited;
        this.products = products;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Card of(String purchaseNo) {
        var purchase = purchases.get(purchaseNo);
        var product = products.get(purchase.productId());
        var outlook = care.outlook(purchase.productId());
        var coming = awaited.besides(purchase.productId(), purchaseNo);
        var steps = purchase.proposed() * product.faceFen() / PurchaseProposal.STEP_FEN;
        var arrival = PurchaseProposal.arrival(BusinessTime.today(clock));
        return new Card(
                purchaseNo,
                product.name(),
                purchase.proposed() + " 张",
                "约 " + Money.yuan(purchase.proposed() * product.faceFen()) + "（按面值计，" + steps + " 档，每档 5,000 元）",
                outlook.available() + " 张",
                outlook.wanted() + " 张",
                "%.1f 张".formatted(outlook.perDay()),
                days(outlook.days()),
                coming.onOrder(),
                coming.late(),
                BusinessTime.dayText(BusinessTime.startOf(arrival)));
    }

    @Transactional(readOnly = true)
    String summary(String purchaseNo) {
        var purchase = purchases.get(purchaseNo);
        return "采购 " + products.get(purchase.productId()).name() + " " + purchase.proposed() + " 张";
    }

    private static String days(int days) {
        return days >= StockForecast.HORIZON ? "一年以上" : days + " 天";
    }

    /**
     * Texts ready to read; amounts as {@code ¥30.00}.
     *
     * @param proposal how many to buy
     * @param days how long the stock lasts, with what is on its way
     * @param onOrder what is ordered and on its way; empty when there is nothing
     * @param late purchases that should be here and are not; empty when there is none
     * @param arrival when codes ordered today should be here
     */
    record Card(
            String purchaseNo,
            String coupon,
            String proposal,
            String amount,
            String stock,
            String wanted,
            String perDay,
            String days,
            String onOrder,
            String late,
            String arrival) {
        /** Shown by Task_BuyCodes. */
        @JsonProperty
        TaskCard card() {
            return TaskCard.untitled()
                    .figure("要买的券", CardText.strong(coupon))
                    .figure("建议数量", CardText.strong(proposal))
                    .warn(late.isEmpty() ? "" : "逾期未到的采购：" + late + "。先联系淘票票催货；还会到货的，不要重复购买。")
                    .row("金额", amount)
                    .row("可发库存", stock + "，已付款的订单还要 " + wanted)
                    .row("发放速度", "最近 28 天平均每天卖出 " + perDay + "（批量发券不算）")
                    .row("还能用", days + "（已考虑各批有效期和在途采购）")
                    .row("在途采购", onOrder)
                    .row("今天下单", "预计 " + arrival + " 到货（2 个工作日，遇法定假日顺延）")
                    .row("采购单", CardText.plain(purchaseNo), CardText.link("看库存、批次和弃票", "/staff/batches"));
        }
    }
}
