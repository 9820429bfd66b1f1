package com.guncai.backoffice.aftersale;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import com.guncai.backoffice.journey.FlowerShop;
import com.guncai.backoffice.sandbox.wechatpay.PayRefund;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the diagram of after-sales promises where a customer or staff began: each outcome, each end, each deadline. */
class AfterSalesProcessTest extends AfterSaleFixture {
    @Autowired
    AfterSales afterSales;

    @Test
    void customerServiceIsToldAndNoPersonalDataIsKeptInTheEngine() {
        var process = asked();

        assertThat(process).isWaitingAtExactly("Task_AnswerCustomer");
        assertThat(task("Task_AnswerCustomer", process)).hasCandidateGroup("customer-service");
        assertThat(process).variables().containsOnlyKeys("afterSaleNo", "orderNo", "complaint");
        Assertions.assertThat(engine.messages(orderNo)).contains("DESK_AFTER_SALES");
        Assertions.assertThat(
                        jdbc.queryForObject("select text from after_sale where order_no = ?", String.class, orderNo))
                .doesNotContain("花瓣");
        var order = customer.order(orderNo);
        Assertions.assertThat(order.text("/afterSales/0/state")).isEqualTo("OPEN");
        Assertions.assertThat(order.text("/afterSales/0/text")).isEqualTo("玫瑰花瓣都黑了");
    }

    @Test
    void oneRequestIsOpenAtATimeAndAnotherMayFollow() {
        var process = asked();
        Assertions.assertThat(
                        customer.asksForHelp(orderNo, "其他", "再说一次").is(409).text("/code"))
                .isEqualTo("AFTER_SALE_OPEN");
        Assertions.assertThat(customer.order(orderNo).json().at("/actions").toString())
                .doesNotContain("after-sales");

        answers(process, "EXPLAINED", "已向您说明");

        Assertions.assertThat(customer.order(orderNo).json().at("/actions").toString())
                .contains("after-sales");
        customer.asksForHelp(orderNo, "其他", "再说一次").is(202);
    }

    @Test
    void anExplanationSolvesIt() {
        var process = asked();

        answers(process, "EXPLAINED", "  花到时是新鲜的  ");

        assertThat(process)
                .hasPassed("Task_TellCustomer", "EndEvent_AfterSaleSolved")
                .isEnded();
        Assertions.assertThat(engine.messages(orderNo)).contains("CUSTOMER_AFTER_SALES_ANSWERED");
        var order = customer.order(orderNo);
        Assertions.assertThat(order.text("/afterSales/0/state")).isEqualTo("SOLVED");
        Assertions.assertThat(order.text("/afterSales/0/outcome")).isEqualTo("EXPLAINED");
        Assertions.assertThat(order.text("/afterSales/0/answer")).isEqualTo("花到时是新鲜的");
        Assertions.assertThat(order.text("/status"))
                .as("the order goes its own way")
                .isEqualTo("PAID");
    }

    @Test
    void whatIsDoneAgainIsANewTaskOnTheSameOrderWithoutASecondPayment() {
        completed();
        var process = asked();

        answers(process, "REDO", "换百合，下午送");

        assertThat(process).hasPassed("Task_Redo").isEnded();
        Assertions.assertThat(customer.status(orderNo)).isEqualTo("PAID");
        var again = engine.process("FlowerOrderProcess", orderNo);
        assertThat(again).isWaitingAtExactly("Task_PurchaseFlowers");
        assertThat(again).variables().containsEntry("mark", "🔁重新办理");
        Assertions.assertThat(jdbc.queryForObject(
                        "select count(*) from order_note where case_no = ?", Integer.class, orderNo))
                .isOne();
        engine.complete(again, "Task_PurchaseFlowers", FlowerShop.foundFor(customer));
        engine.complete(again, "Task_FollowDelivery", Map.of("completeEarly", true));
        var order = customer.order(orderNo);
        Assertions.assertThat(order.text("/status")).isEqualTo("COMPLETED");
        Assertions.assertThat(order.json().at("/paidFen").asLong()).isEqualTo(15_000);
        Assertions.assertThat(customer.timeline(orderNo)).contains("客服已安排重新办理，不另收费");
    }

    @Test
    void anOrderThatIsNotCompletedIsNotDoneAgain() {
        var process = asked();

        assertThatThrownBy(() -> answers(process, "REDO", "重送")).hasMessage("订单还没有完成（待接单），请办理订单现有的任务，不用重新办理");

        assertThat(process).isWaitingAt("Task_AnswerCustomer");
        Assertions.assertThat(customer.order(orderNo).text("/afterSales/0/state"))
                .isEqualTo("OPEN");
    }

    @Test
    void whatCannotBeDoneWhileARefundIsOpenWaits() {
        completed();
        var process = asked();
        customer.asksForRefund(orderNo, "不要了").is(202);

        for (var outcome : new String[] {"REDO", "REFUND"}) {
            assertThatThrownBy(() -> answers(process, outcome, "好的")).hasMessage("该订单有退款在办理，请等它办完再处理");
        }
        assertThat(process).isWaitingAt("Task_AnswerCustomer");
    }

    @Test
    void aRefundIsCarriedOutByItsOwnProcess() {
        completed();
        var process = asked();

        answers(process, "REFUND", "退您 30 元");
        var refund = engine.process("RefundProcess", orderNo);
        assertThat(process).isWaitingAt("Task_Refund");
        assertThat(refund).isWaitingAt("Task_DecideRefund");
        engine.complete(refund, "Task_DecideRefund", Map.of("refundApproved", true, "refundYuan", 30));
        engine.run(refund, "Task_RequestRefund");
        sandbox.settleRefund(refund.getBusinessKey(), PayRefund.Status.SUCCESS);

        assertThat(process).hasPassed("EndEvent_AfterSaleSolved").isEnded();
        var order = customer.order(orderNo);
        Assertions.assertThat(order.text("/status")).isEqualTo("COMPLETED");
        Assertions.assertThat(order.json().at("/refund/refundFen").asLong()).isEqualTo(3_000);
        Assertions.assertThat(order.text("/afterSales/0/state")).isEqualTo("SOLVED");
    }

    @Test
    void whoseRefundIsRefusedIsAnsweredAgain() {
        completed();
        var process = asked();
        answers(process, "REFUND", "给您退款");

        engine.complete(
                engine.process("RefundProcess", orderNo),
                "Task_DecideRefund",
                Map.of("refundApproved", false, "decisionNote", "花是好的"));

        assertThat(process).isWaitingAtExactly("Task_AnswerCustomer");
        assertThat(process).variables().containsEntry("outcome", null).containsEntry("answer", null);
        answers(process, "EXPLAINED", "已说明");
        assertThat(process).isEnded();
    }

    @Test
    void anAnswerHasAnOutcomeAndWords() {
        var process = asked();
        assertThatThrownBy(() -> engine.complete(process, "Task_AnswerCustomer", Map.of()))
                .hasMessage("请选择处理结果：说明、重新办理或退款");
        assertThatThrownBy(() -> answers(process, "EXPLAINED", " ")).hasMessage("请写明给用户的答复");
        assertThatThrownBy(() -> answers(process, "EXPLAINED", "长".repeat(201))).hasMessage("答复最多 200 字");
        assertThat(process).isWaitingAt("Task_AnswerCustomer");
    }

    @Test
    void theAnswerIsDueInADayAndManagersHearOfItBefore() {
        var process = asked();
        Assertions.assertThat(engine.due("Task_AnswerCustomer", process))
                .isCloseTo(sandbox.clock().instant().plus(24, ChronoUnit.HOURS), within(1, ChronoUnit.MINUTES));

        sandbox.skip(Duration.ofHours(21));
        engine.look("Task_AnswerCustomer", process);
        sandbox.skip(Duration.ofHours(2));
        engine.look("Task_AnswerCustomer", process);

        Assertions.assertThat(engine.messages(orderNo)).contains("DESK_TASK_OVERDUE", "DESK_TASK_ESCALATED");
    }

    @Test
    void managersHearBeforeThreeDaysAreOverOnceAndTheCaseGoesOn() {
        var process = asked();
        Assertions.assertThat(engine.due(process, "StartEvent_SolvingLate"))
                .isCloseTo(sandbox.clock().instant().plus(60, ChronoUnit.HOURS), within(1, ChronoUnit.MINUTES));

        engine.run(process, "StartEvent_SolvingLate");

        assertThat(process).hasPassed("EndEvent_ManagersTold").isWaitingAtExactly("Task_AnswerCustomer");
        Assertions.assertThat(engine.messages(orderNo)).contains("DESK_AFTER_SALES_LATE");
    }

    @Test
    void staffOpenOneBesideTheCustomersAndItsWordsAreNotForTheCustomer() {
        asked();

        var no = afterSales.openByStaff(orderNo, new AfterSaleRequest("电话投诉", "用户很生气"), "service");

        assertThat(engine.process(no)).isWaitingAt("Task_AnswerCustomer");
        Assertions.assertThat(customer.order(orderNo).json().at("/afterSales")).hasSize(2);
        Assertions.assertThat(customer.order(orderNo).body()).doesNotContain("用户很生气");
    }
}
