package com.guncai.backoffice.cashback;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.guncai.backoffice.testing.Engine;
import com.guncai.backoffice.testing.ProcessTest;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/** What the diagram of the claim promises when the money cannot be sent. */
@ProcessTest
@Import({Engine.class, ClaimFixture.Ledger.class})
class PayeeCorrectionTest extends ClaimFixture {
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

        Assertions.assertThat(actions()).containsExactly("after-sales", "payee");

        var corrected = customer.corrects(orderNo, Claimant.alipay()).is(200);

        Assertions.assertThat(actions()).containsExactly("after-sales");
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

        engine.look("Task_CallForPayee", process);
        assertThat(process).isWaitingAtExactly("Task_CallForPayee");
        Assertions.assertThat(engine.messages(orderNo)).contains("DESK_TASK_OVERDUE");
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

    private List<String> actions() {
        return StreamSupport.stream(
                        customer.phone().order(orderNo).json().at("/actions").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
