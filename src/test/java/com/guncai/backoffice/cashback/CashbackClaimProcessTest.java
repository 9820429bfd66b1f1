package com.guncai.backoffice.cashback;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import com.guncai.backoffice.testing.Engine;
import com.guncai.backoffice.testing.ProcessTest;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;

/** What the diagram of the claim promises: each end event, each timer, each message. */
@ProcessTest
@Import({Engine.class, CashbackClaimProcessTest.Ledger.class})
class CashbackClaimProcessTest {
    @LocalServerPort
    int port;

    @Autowired
    Engine engine;

    @Autowired
    IdentityService identity;

    @Autowired
    Ledger ledger;

    Claimant customer;
    long coupon;
    String orderNo;
    ProcessInstance process;

    @BeforeEach
    void aClaimIsHandedIn() {
        customer = new Claimant(port);
        coupon = customer.gets("fuel-50");
        orderNo = customer.submits(Claimant.claim("FUEL"), Claimant.screenshot())
                .is(201)
                .text("/orderNo");
        process = engine.process(orderNo);
    }

    @AfterEach
    void nobodyIsAtWork() {
        identity.clearAuthentication();
    }

    @Test
    void aClaimHoldsItsCouponAndWaitsForTheReviewDesk() {
        assertThat(process).hasPassed("Task_TellReviewers").isWaitingAtExactly("Task_ReviewReceipt");
        assertThat(task("Task_ReviewReceipt", process))
                .hasCandidateGroup("review-desk")
                .isNotAssigned();
        assertThat(process).variables().containsOnlyKeys("orderNo");
        Assertions.assertThat(customer.coupon(coupon)).isEqualTo("HELD");
        Assertions.assertThat(customer.phone().status(orderNo)).isEqualTo("PAID");
        Assertions.assertThat(engine.messages(orderNo)).containsExactly("DESK_ORDER_PAID");
    }

    @Test
    void aClaimWithoutACouponIsRejectedAtOnceAndNobodyIsBothered() {
        var poor = new Claimant(port);

        var answer = poor.submits(Claimant.claim("FUEL"), Claimant.screenshot()).is(201);

        Assertions.assertThat(answer.text("/status")).isEqualTo("REJECTED");
        Assertions.assertThat(answer.text("/rejectReason")).isEqualTo("无有效券");
        Assertions.assertThat(poor.phone().timeline(answer.text("/orderNo"))).containsExactly("审核不通过：无有效券");
        Assertions.assertThat(engine.process(answer.text("/orderNo"))).isNull();
    }

    @Test
    void theReviewDeskIsRemindedAfterFourHours() {
        engine.run(process, "BoundaryEvent_ReviewOverdue");

        assertThat(process).hasPassed("EndEvent_ReviewReminded").isWaitingAt("Task_ReviewReceipt");
        Assertions.assertThat(engine.messages(orderNo)).contains("DESK_TASK_OVERDUE");
    }

    @Test
    void aRefusedReceiptGivesTheCouponBack() {
        as("review");
        engine.complete(
                process, "Task_ReviewReceipt", Map.of("approved", false, "rejectReason", "凭证不清晰", "rejectNote", "请重拍"));

        assertThat(process)
                .hasPassed("Task_TellRejected", "EndEvent_ClaimRejected")
                .isEnded();
        Assertions.assertThat(customer.phone().order(orderNo).text("/status")).isEqualTo("REJECTED");
        Assertions.assertThat(customer.phone().order(orderNo).text("/rejectReason"))
                .isEqualTo("凭证不清晰：请重拍");
        Assertions.assertThat(customer.coupon(coupon)).isEqualTo("ISSUED");
        Assertions.assertThat(engine.messages(orderNo)).contains("CUSTOMER_CLAIM_REJECTED");
    }

    @Test
    void aReviewThatSaysNothingIsRefusedInTheReviewersWords() {
        assertThatThrownBy(() -> engine.complete(process, "Task_ReviewReceipt", Map.of()))
                .hasMessage("请选择“通过”，或选择不通过的原因");

        assertThat(process).isWaitingAt("Task_ReviewReceipt");
    }

    @Test
    void aGoodReceiptGoesToFinance() {
        approved();

        assertThat(process).hasPassed("Task_RecordApproval").isWaitingAtExactly("Task_TransferCashback");
        assertThat(task("Task_TransferCashback", process)).hasCandidateGroup("finance");
        Assertions.assertThat(customer.phone().status(orderNo)).isEqualTo("ACCEPTED");
        Assertions.assertThat(engine.messages(orderNo)).contains("DESK_CASHBACK_DUE");
    }

    @Test
    void financeIsRemindedAfterADay() {
        approved();

        engine.run(process, "BoundaryEvent_TransferOverdue");

        assertThat(process).hasPassed("EndEvent_TransferReminded").isWaitingAt("Task_TransferCashback");
    }

    @Test
    void aTransferCompletesTheOrderUsesTheCouponAndIsALedgerFact() {
        approved();

        as("finance");
        transferred("ZZ" + orderNo);

        assertThat(process).hasPassed("EndEvent_CashbackTransferred").isEnded();
        Assertions.assertThat(customer.phone().status(orderNo)).isEqualTo("COMPLETED");
        Assertions.assertThat(customer.phone().timeline(orderNo))
                .containsExactly("返现申请已提交，等待审核", "审核通过，等待转账", "返现 ¥50.00 已转出");
        Assertions.assertThat(customer.coupon(coupon)).isEqualTo("USED");
        Assertions.assertThat(engine.messages(orderNo)).contains("CUSTOMER_CASHBACK_PAID");
        Assertions.assertThat(ledger.facts)
                .filteredOn(fact -> fact.orderNo().equals(orderNo))
                .singleElement()
                .satisfies(fact -> {
                    Assertions.assertThat(fact.fen()).isEqualTo(5000);
                    Assertions.assertThat(fact.account()).isEqualTo(CashbackTransferred.Account.BANK);
                    Assertions.assertThat(fact.transferNo()).isEqualTo("ZZ" + orderNo);
                });
    }

    @Test
    void whoReviewedNeitherTransfersNorSaysThatItFailed() {
        approved();
        as("review");

        assertThatThrownBy(() -> transferred("ZZ" + orderNo)).hasMessage(Transfers.FOUR_EYES);
        assertThatThrownBy(this::failed).hasMessage(Transfers.FOUR_EYES);

        assertThat(process).isWaitingAt("Task_TransferCashback");
        Assertions.assertThat(customer.coupon(coupon)).isEqualTo("HELD");
    }

    @Test
    void aTransferNeedsANumberOfItsOwn() {
        approved();
        as("finance");
        transferred("ZZ" + orderNo);
        var another = customer.claims();
        as("review");
        engine.complete(engine.process(another), "Task_ReviewReceipt", Map.of("approved", true));
        as("finance");

        for (var refusal : Map.of("", "请填写转账流水号", " ZZ" + orderNo, "该转账流水号已登记在订单 " + orderNo + "，请核对后填写本单的流水号")
                .entrySet()) {
            assertThatThrownBy(() -> engine.complete(
                            engine.process(another),
                            "Task_TransferCashback",
                            Map.of("transferred", true, "transferNo", refusal.getKey())))
                    .hasMessage(refusal.getValue());
        }

        assertThat(engine.process(another)).isWaitingAt("Task_TransferCashback");
    }

    @Test
    void aFailedTransferAsksTheCustomerAndGoesOnWithTheCorrectedPayee() {
        approved();
        failed();

        assertThat(process).hasPassed("Task_TellPayeeWanted").isWaitingAtExactly("Task_AwaitPayee");
        Assertions.assertThat(engine.messages(orderNo)).contains("CUSTOMER_PAYEE_WANTED");
        Assertions.assertThat(customer.phone()
                        .order(orderNo)
                        .json()
                        .at("/details/awaitingPayee")
                        .asBoolean())
                .isTrue();

        var corrected = customer.corrects(orderNo, Claimant.alipay()).is(200);

        Assertions.assertThat(corrected.json().at("/details/awaitingPayee").isMissingNode())
                .isTrue();
        Assertions.assertThat(corrected.text("/details/payee/alipayAccount")).isEqualTo("c***@example.com");
        assertThat(process).isWaitingAtExactly("Task_TransferCashback");
        assertThat(process).variables().doesNotContainKey("nothing").containsEntry("transferred", null);
        as("finance");
        transferred("ZZ" + orderNo);
        Assertions.assertThat(customer.phone().status(orderNo)).isEqualTo("COMPLETED");
    }

    @Test
    void aPayeeIsCorrectedOnlyWhileTheClaimWaitsForIt() {
        Assertions.assertThat(
                        customer.corrects(orderNo, Claimant.alipay()).is(409).text("/code"))
                .isEqualTo("ORDER_STATE");
        approved();
        failed();
        Assertions.assertThat(new Claimant(port)
                        .corrects(orderNo, Claimant.alipay())
                        .is(404)
                        .text("/code"))
                .isEqualTo("ORDER_NOT_FOUND");
        customer.corrects(orderNo, Claimant.alipay()).is(200);

        Assertions.assertThat(customer.corrects(orderNo, Claimant.bank()).status())
                .isEqualTo(409);
    }

    @Test
    void theCustomerIsRemindedAndThenCalled() {
        approved();
        failed();

        engine.run(process, "BoundaryEvent_PayeeReminder");
        assertThat(process).hasPassed("EndEvent_PayeeReminded").isWaitingAt("Task_AwaitPayee");

        engine.run(process, "BoundaryEvent_PayeeOverdue");
        assertThat(process).isWaitingAtExactly("Task_CallForPayee");
        assertThat(task("Task_CallForPayee", process)).hasCandidateGroup("customer-service");
        Assertions.assertThat(engine.messages(orderNo)).contains("DESK_PAYEE_MISSING");

        engine.run(process, "BoundaryEvent_CallOverdue");
        assertThat(process).hasPassed("EndEvent_CallReminded").isWaitingAt("Task_CallForPayee");
    }

    @Test
    void aCustomerWhoWasCalledMayCorrectThePayeeBeforeTheClerkIsDone() {
        called();

        customer.corrects(orderNo, Claimant.alipay()).is(200);

        assertThat(process).hasPassed("BoundaryEvent_PayeeCorrected").isWaitingAtExactly("Task_TransferCashback");
    }

    @Test
    void whoPromisesToCorrectItIsWaitedForAgain() {
        called();

        engine.complete(process, "Task_CallForPayee", Map.of("givenUp", false));

        assertThat(process).hasPassed("Task_RecordCall").isWaitingAtExactly("Task_AwaitPayee");
        customer.corrects(orderNo, Claimant.alipay()).is(200);
        assertThat(process).isWaitingAtExactly("Task_TransferCashback");
    }

    @Test
    void whoWantsTheMoneyNoMoreGetsTheCouponBack() {
        called();

        engine.complete(process, "Task_CallForPayee", Map.of("givenUp", true));

        assertThat(process).hasPassed("EndEvent_ClaimGivenUp").isEnded();
        Assertions.assertThat(customer.phone().status(orderNo)).isEqualTo("REJECTED");
        Assertions.assertThat(customer.coupon(coupon)).isEqualTo("ISSUED");
        Assertions.assertThat(customer.corrects(orderNo, Claimant.alipay()).status())
                .isEqualTo(409);
    }

    @Test
    void aCallWithoutAResultIsRefused() {
        called();

        assertThatThrownBy(() -> engine.complete(process, "Task_CallForPayee", Map.of()))
                .hasMessage("请选择和用户沟通的结果");
    }

    private void called() {
        approved();
        failed();
        engine.run(process, "BoundaryEvent_PayeeOverdue");
    }

    private void approved() {
        as("review");
        engine.complete(process, "Task_ReviewReceipt", Map.of("approved", true));
        identity.clearAuthentication();
    }

    private void transferred(String number) {
        engine.complete(process, "Task_TransferCashback", Map.of("transferred", true, "transferNo", number));
    }

    private void failed() {
        engine.complete(process, "Task_TransferCashback", Map.of("transferred", false, "failureReason", "户名与卡号不符"));
    }

    private void as(String user) {
        identity.setAuthentication(user, List.of("camunda-admin"));
    }

    /** What the settlement will hear. */
    @TestComponent
    static class Ledger {
        final List<CashbackTransferred> facts = new java.util.concurrent.CopyOnWriteArrayList<>();

        @EventListener
        void on(CashbackTransferred fact) {
            facts.add(fact);
        }
    }
}
