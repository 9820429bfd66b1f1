package com.guncai.backoffice.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.cashback.Claimant;
import com.guncai.backoffice.journey.FlowerShop;
import com.guncai.backoffice.sandbox.Sandbox;
import com.guncai.backoffice.sandbox.provider.Fault;
import com.guncai.backoffice.sandbox.wechatpay.PayRefund;
import com.guncai.backoffice.testing.Json;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Each kind of order as customers and staff live it, with its entries fen by fen. */
class EachKindOfOrderIT extends OrderEntriesFixture {
    @Autowired
    Sandbox sandbox;

    @Test
    void flowersWithACouponOfPicc() {
        var coupon = Json.at(port)
                .post("/sandbox/coupons", Map.of("phone", customer.phone(), "product", "flower-30"))
                .is(201)
                .json()
                .get("id")
                .asLong();
        var flowers = customer.flowers();
        flowers.put("couponId", coupon);
        var orderNo = customer.orders(flowers).is(201).text("/orderNo");
        var process = engine.paid(customer, orderNo);
        assertThat(story(orderNo))
                .containsExactly(
                        "ORDER_PAID WECHAT 12000 PREPAYMENT -12000",
                        "WECHAT_FEE WECHAT_FEE 72 WECHAT -72",
                        "COUPON_REDEEMED PICC:DEDUCTION 3000 PREPAYMENT -3000");

        var shop = FlowerShop.foundFor(customer);
        shop.put("purchaseOrderNo", "MT" + orderNo);
        shop.put("purchaseCostYuan", 128.5);
        engine.complete(process, "Task_PurchaseFlowers", shop);
        engine.complete(process, "Task_FollowDelivery", Map.of("deliveryNote", "", "completeEarly", true));

        assertThat(story(orderNo).subList(3, 5))
                .containsExactly(
                        "PURCHASED COST:FLOWER 12850 MEITUAN -12850",
                        "REVENUE_EARNED PREPAYMENT 15000 REVENUE:FLOWER -15000");
        var purchase = entries.find(Fact.PURCHASED, orderNo + "/MT" + orderNo).orElseThrow();
        assertThat(purchase.externalNo()).isEqualTo("MT" + orderNo);
        assertThat(entries.find(Fact.COUPON_REDEEMED, orderNo).orElseThrow().couponId())
                .isEqualTo(coupon);
        assertThat(entries.find(Fact.ORDER_PAID, orderNo).orElseThrow().externalNo())
                .isEqualTo(sandbox.order(orderNo).orElseThrow().transactionId());
    }

    @Test
    void aTopUp() {
        var orderNo = customer.topsUp("13800000000", 5000).is(201).text("/orderNo");
        var process = engine.paid(customer, orderNo);
        engine.complete(
                process,
                "Task_TopUpPhone",
                Map.of("toppedUp", true, "transactionNo", "ZFB" + orderNo, "purchaseCostYuan", "49.85"));

        assertThat(story(orderNo))
                .containsExactly(
                        "ORDER_PAID WECHAT 5000 PREPAYMENT -5000",
                        "WECHAT_FEE WECHAT_FEE 30 WECHAT -30",
                        "PURCHASED COST:TOP_UP 4985 ALIPAY -4985",
                        "REVENUE_EARNED PREPAYMENT 5000 REVENUE:TOP_UP -5000");
    }

    @Test
    void anOrderThatIsRefundedWholeByWeChat() {
        var orderNo = customer.placesFlowers();
        engine.paid(customer, orderNo);
        var refund = approvedRefund(orderNo);
        engine.run(refund, "Task_RequestRefund");
        sandbox.settleRefund(refund.getBusinessKey(), PayRefund.Status.SUCCESS);

        assertThat(story(orderNo))
                .containsExactly(
                        "ORDER_PAID WECHAT 15000 PREPAYMENT -15000",
                        "WECHAT_FEE WECHAT_FEE 90 WECHAT -90",
                        "REFUNDED PREPAYMENT 15000 WECHAT -15000",
                        "WECHAT_FEE_RETURNED WECHAT 90 WECHAT_FEE -90");
    }

    @Test
    void anOrderThatFinanceRefundsByHand() {
        var orderNo = customer.placesFlowers();
        engine.paid(customer, orderNo);
        var refund = approvedRefund(orderNo);
        sandbox.fault(new Fault(Fault.Target.WECHAT_PAY, "refund", Fault.Kind.REFUSE, "USER_ACCOUNT_ABNORMAL", 1));
        engine.run(refund, "Task_RequestRefund");
        engine.complete(refund, "Task_RefundByHand", Map.of("bankFlowNo", "B" + orderNo));

        assertThat(story(orderNo).subList(2, 3)).containsExactly("REFUNDED_BY_HAND PREPAYMENT 15000 BANK -15000");
        assertThat(entries.find(Fact.REFUNDED_BY_HAND, refund.getBusinessKey())
                        .orElseThrow()
                        .externalNo())
                .isEqualTo("B" + orderNo);
    }

    @Test
    void cashbackOnACouponOfPicc() {
        var claimant = new Claimant(port, customer);
        var orderNo = claimant.claims();
        var process = engine.process(orderNo);
        identity.setAuthentication("review", List.of("review-desk"));
        engine.complete(process, "Task_ReviewReceipt", Map.of("approved", true));
        identity.setAuthentication("finance", List.of("finance"));
        engine.complete(process, "Task_TransferCashback", Map.of("transferred", true, "transferNo", "YH" + orderNo));

        assertThat(story(orderNo))
                .containsExactly(
                        "CASHBACK_PAID COST:FUEL 5000 BANK -5000",
                        "COUPON_REDEEMED PICC:CASHBACK 5000 REVENUE:FUEL -5000");
    }

    private ProcessInstance approvedRefund(String orderNo) {
        customer.asksForRefund(orderNo, "不要了").is(202);
        var refund = engine.process("RefundProcess", orderNo);
        engine.complete(refund, "Task_DecideRefund", Map.of("refundApproved", true));
        return refund;
    }
}
