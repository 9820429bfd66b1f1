package com.guncai.backoffice.cashback;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import com.guncai.backoffice.shared.CompanyAccount;
import com.guncai.backoffice.testing.Engine;
import com.guncai.backoffice.testing.ProcessTest;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/** What the diagram of the claim promises: each end event, each timer, each message. {@link PayeeCorrectionTest} has the rest. */
@ProcessTest
@Import({Engine.class, ClaimFixture.Ledger.class})
class CashbackClaimProcessTest extends ClaimFixture {
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
        engine.look("Task_ReviewReceipt", process);

        assertThat(process).isWaitingAtExactly("Task_ReviewReceipt");
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
                .isEqualTo("凭证不清晰；请重拍");
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
    void anotherReasonIsToBeExplained() {
        assertThatThrownBy(() -> engine.complete(
                        process, "Task_ReviewReceipt", Map.of("approved", false, "rejectReason", "其他原因")))
                .hasMessageContaining("请在补充说明里写清楚");
        assertThatThrownBy(() ->
                        engine.complete(process, "Task_ReviewReceipt", Map.of("approved", false, "rejectReason", 5)))
                .hasMessageContaining("须填写文字");

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

        engine.look("Task_TransferCashback", process);

        assertThat(process).isWaitingAtExactly("Task_TransferCashback");
        Assertions.assertThat(engine.messages(orderNo)).contains("DESK_TASK_OVERDUE");
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
                    Assertions.assertThat(fact.account()).isEqualTo(CompanyAccount.BANK);
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

    /** What a form is answered with stays in the history. */
    @Test
    void whoIsPaidIsWrittenNowhere() {
        approved();
        as("finance");
        var card = String.valueOf(Claimant.bank().get("bankCardNo"));

        assertThatThrownBy(() -> engine.complete(
                        process,
                        "Task_TransferCashback",
                        Map.of("transferred", false, "failureReason", "账户 " + card + " 已注销")))
                .hasMessageContaining("请只写失败的原因");
        assertThatThrownBy(() -> transferred(card)).hasMessageContaining("这是收款人的账号或电话");

        assertThat(process).isWaitingAt("Task_TransferCashback");
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

        var used = "该转账流水号已登记在订单 " + orderNo + "，请核对后填写本单的流水号";
        for (var refusal : Map.of(
                        "",
                        "请填写转账流水号",
                        " ZZ" + orderNo,
                        used,
                        "zz" + orderNo,
                        used,
                        "<b>1</b>",
                        "转账流水号只能是数字和字母，请从账单里复制")
                .entrySet()) {
            assertThatThrownBy(() -> engine.complete(
                            engine.process(another),
                            "Task_TransferCashback",
                            Map.of("transferred", true, "transferNo", refusal.getKey())))
                    .hasMessage(refusal.getValue());
        }

        assertThat(engine.process(another)).isWaitingAt("Task_TransferCashback");
    }
}
