package com.guncai.backoffice.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guncai.backoffice.journey.FlowerShop;
import com.guncai.backoffice.journey.MiniProgram;
import com.guncai.backoffice.testing.Engine;
import com.guncai.backoffice.testing.ProcessTest;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** An order that customer service has done once more: the company buys twice, the customer paid once. */
@ProcessTest
@Import(Engine.class)
class DoneAgainTest {
    @LocalServerPort
    int port;

    @Autowired
    Engine engine;

    @Autowired
    LedgerEntries ledger;

    MiniProgram customer;

    @BeforeEach
    void meet() {
        customer = MiniProgram.of(port, "136%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
    }

    @Test
    void aSecondTopUpCostsBesidesTheFirst() {
        var orderNo = customer.topsUp("13800138000", 5000).is(201).text("/orderNo");
        topsUp(engine.paid(customer, orderNo), "A" + orderNo, "49.80");
        var again = again("TopUpOrderProcess", orderNo);
        assertThatThrownBy(() -> topsUp(again, "A" + orderNo, "49.80")).hasMessage("这是上一次充值的流水号，请填写这一次的");

        topsUp(again, "B" + orderNo, "49.90");

        assertThat(cost(orderNo, "COST:TOP_UP")).isEqualTo(9_970);
        assertThat(earned(orderNo, "REVENUE:TOP_UP")).isEqualTo(5_000);
    }

    /** What is corrected while a refund is undecided is the second purchase, not the first. */
    @Test
    void aSecondTopUpIsCorrectedByItself() {
        var orderNo = customer.topsUp("13800138000", 5000).is(201).text("/orderNo");
        topsUp(engine.paid(customer, orderNo), "A" + orderNo, "49.80");
        var again = again("TopUpOrderProcess", orderNo);
        customer.asksForRefund(orderNo, "不要了").is(202);
        assertThatThrownBy(() -> topsUp(again, "B" + orderNo, "49.90")).hasMessageContaining("流水号已记下");
        engine.complete(
                engine.process("RefundProcess", orderNo),
                "Task_DecideRefund",
                Map.of("refundApproved", false, "decisionNote", "已经充进去了"));

        topsUp(again, "C" + orderNo, "49.90");

        assertThat(cost(orderNo, "COST:TOP_UP")).isEqualTo(9_970);
    }

    @Test
    void flowersThatAreSentAgainCostAgainWithAndWithoutANumber() {
        var orderNo = customer.placesFlowers();
        buys(engine.paid(customer, orderNo), "");
        var again = again("FlowerOrderProcess", orderNo);

        buys(again, "");

        assertThat(cost(orderNo, "COST:FLOWER")).isEqualTo(20_000);
        var third = again("FlowerOrderProcess", orderNo);
        buys(third, "MT" + orderNo);
        assertThat(cost(orderNo, "COST:FLOWER")).isEqualTo(30_000);
        var fourth = again("FlowerOrderProcess", orderNo);
        assertThatThrownBy(() -> buys(fourth, "mt" + orderNo)).hasMessage("这是上一次采购的美团订单号，请填写这一次的");
    }

    private ProcessInstance again(String process, String orderNo) {
        customer.asksForHelp(orderNo, "其他", "没有收到").is(202);
        engine.complete(
                engine.process("AfterSalesProcess", orderNo),
                "Task_AnswerCustomer",
                Map.of("outcome", "REDO", "answer", "马上重新办理"));
        return engine.process(process, orderNo);
    }

    private void topsUp(ProcessInstance process, String number, String yuan) {
        engine.complete(
                process,
                "Task_TopUpPhone",
                Map.of("toppedUp", true, "transactionNo", number, "purchaseCostYuan", yuan));
        engine.run(process, "Task_UploadShipping");
    }

    private void buys(ProcessInstance process, String number) {
        var shop = FlowerShop.foundFor(customer);
        shop.put("purchaseOrderNo", number);
        shop.put("purchaseCostYuan", 100);
        engine.complete(process, "Task_PurchaseFlowers", shop);
        engine.complete(process, "Task_FollowDelivery", Map.of("completeEarly", true));
        engine.run(process, "Task_UploadShipping");
    }

    private long cost(String orderNo, String account) {
        return ledger.ofOrder(orderNo).stream()
                .mapToLong(entry -> entry.amountFen(Account.parse(account)))
                .sum();
    }

    private long earned(String orderNo, String account) {
        return -cost(orderNo, account);
    }
}
