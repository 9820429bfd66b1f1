package com.guncai.backoffice.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import com.guncai.backoffice.cashback.Claimant;
import com.guncai.backoffice.coupon.CodeStock;
import com.guncai.backoffice.couponsales.CodeBuyers;
import com.guncai.backoffice.journey.Clerk;
import com.guncai.backoffice.journey.Files;
import com.guncai.backoffice.journey.FlowerShop;
import com.guncai.backoffice.journey.MiniProgram;
import com.guncai.backoffice.sandbox.Sandbox;
import com.guncai.backoffice.sandbox.provider.Fault;
import com.guncai.backoffice.sandbox.wechatpay.PayRefund;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.testing.Engine;
import com.guncai.backoffice.testing.Json;
import com.guncai.backoffice.testing.ProcessTest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Each kind of order as customers and staff live it, with its entries fen by fen. */
@ProcessTest
@Import(Engine.class)
class EachKindOfOrderIT {
    @LocalServerPort
    int port;

    @Autowired
    Engine engine;

    @Autowired
    LedgerEntries entries;

    @Autowired
    LedgerBalances balances;

    @Autowired
    LedgerClosing closing;

    @Autowired
    IdentityService identity;

    @Autowired
    CodeStock stock;

    @Autowired
    Sandbox sandbox;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    MiniProgram customer;

    @BeforeEach
    void meet() {
        customer = new CodeBuyers(port, engine).customer();
    }

    @AfterEach
    void theSumOfAllIsZero() {
        identity.clearAuthentication();
        assertThat(balances.on(BusinessTime.today(clock)).values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isZero();
    }

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

    @Test
    void codesThatAreBoughtSoldUsedAndDiscarded() {
        var buyers = new CodeBuyers(port, engine);
        buyers.nothingIsInStock();
        var far = "T" + System.nanoTime();
        var near = BusinessTime.today(clock).plusMonths(1).plusDays(3);
        var importNo = imports(
                "81.5",
                far + "A,2099-12-31",
                far + "B," + near,
                far + "C," + BusinessTime.today(clock).plusDays(9));

        assertThat(of(Fact.CODES_RECEIVED, importNo)).isEqualTo("CODES_RECEIVED CODE_STOCK 8150 CODES_ORDERED -8150");
        assertThat(of(Fact.CODES_DISCARDED, importNo))
                .isEqualTo("CODES_DISCARDED DISCARDED:MOVIE 2717 CODE_STOCK -2717");

        var process = buyers.paid(customer, 1);
        engine.run(process, "Task_HandOutCodes");
        assertThat(story(process.getBusinessKey()))
                .containsExactly(
                        "ORDER_PAID WECHAT 2800 PREPAYMENT -2800",
                        "WECHAT_FEE WECHAT_FEE 17 WECHAT -17",
                        "REVENUE_EARNED PREPAYMENT 2800 REVENUE:MOVIE -2800");

        var coupon = customer.coupons("ISSUED").at("/0/id").asLong();
        customer.redeems(coupon).is(200);
        customer.redeems(coupon).is(200);
        assertThat(of(Fact.CODE_USED, "coupon/" + coupon)).isEqualTo("CODE_USED COST:MOVIE 2717 CODE_STOCK -2717");
        assertThat(entries.find(Fact.COUPON_REDEEMED, "coupon/" + coupon))
                .as("its owner paid for it")
                .isEmpty();

        jdbc.update(
                "update coupon_code set valid_until = ? where import_no = ? and state = 'IN_STOCK'",
                Timestamp.from(clock.instant().plus(Duration.ofDays(9))),
                importNo);
        assertThat(stock.discard()).isOne();
        var discarded = new EntryFilter(null, null, Account.parse("DISCARDED:MOVIE"), null, null);
        assertThat(told(entries.page(discarded, null, 1).items().get(0)))
                .isEqualTo("CODES_DISCARDED DISCARDED:MOVIE 2716 CODE_STOCK -2716");
    }

    @Test
    void aCrashBeforeTheCommitLeavesNeitherTheFactNorItsEntries() {
        var orderNo = customer.topsUp("13800000000", 5000).is(201).text("/orderNo");
        var process = engine.paid(customer, orderNo);
        var before = story(orderNo);
        var answers =
                Map.<String, Object>of("toppedUp", true, "transactionNo", "ZFB" + orderNo, "purchaseCostYuan", "49.85");

        transaction.executeWithoutResult(status -> {
            engine.complete(process, "Task_TopUpPhone", answers);
            status.setRollbackOnly();
        });
        assertThat(customer.status(orderNo)).isEqualTo("PAID");
        assertThat(story(orderNo)).isEqualTo(before);

        engine.complete(process, "Task_TopUpPhone", answers);
        assertThat(customer.status(orderNo)).isEqualTo("COMPLETED");
        assertThat(story(orderNo)).hasSize(before.size() + 2);
    }

    /** What this ledger lacks is told again; what it has stays as it is. */
    @Test
    void theHistoryIsPostedOnce() {
        var orderNo = customer.topsUp("13800000000", 10000).is(201).text("/orderNo");
        engine.paid(customer, orderNo);
        var before = story(orderNo);

        closing.postHistory();
        closing.postHistory();

        assertThat(story(orderNo)).isEqualTo(before);
    }

    private String imports(String costYuan, String... lines) {
        var clerk = new Clerk(port, "coupon");
        var all = new ArrayList<>(List.of("券码,有效期至"));
        all.addAll(List.of(lines));
        var fields = Map.of("couponProduct", "movie-30", "boughtBy", "COMPANY", "purchaseCostYuan", costYuan);
        var started = clerk.rest()
                .post(
                        "/engine-rest/process-definition/key/CouponImportProcess/submit-form",
                        Files.form("券码.csv", Files.csv(all.toArray(String[]::new)), fields))
                .is(200);
        var process = engine.process(started.text("/businessKey"));
        engine.run(process, "Task_ReadFile");
        clerk.completes(task("Task_ConfirmImport", process).getId(), Map.of("confirmed", true))
                .is(204);
        engine.run(process, "Task_ImportCodes");
        return process.getBusinessKey();
    }

    private ProcessInstance approvedRefund(String orderNo) {
        customer.asksForRefund(orderNo, "不要了").is(202);
        var refund = engine.process("RefundProcess", orderNo);
        engine.complete(refund, "Task_DecideRefund", Map.of("refundApproved", true));
        return refund;
    }

    private List<String> story(String orderNo) {
        return entries.ofOrder(orderNo).stream().map(EachKindOfOrderIT::told).toList();
    }

    private String of(Fact fact, String reference) {
        return told(entries.find(fact, reference).orElseThrow());
    }

    private static String told(LedgerEntry entry) {
        var told = new StringBuilder(entry.fact().name());
        entry.lines()
                .forEach(line ->
                        told.append(' ').append(line.account()).append(' ').append(line.amountFen()));
        return told.toString();
    }
}
