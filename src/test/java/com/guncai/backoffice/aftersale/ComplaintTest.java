package com.guncai.backoffice.aftersale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.guncai.backoffice.sandbox.provider.Fault;
import com.guncai.backoffice.testing.Json;
import com.guncai.backoffice.testing.Json.Answer;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Complaints at WeChat Pay, from the notice to the completion there. */
class ComplaintTest extends AfterSaleFixture {
    @Autowired
    ComplaintWatch watch;

    @Test
    void aComplaintIsFetchedAnsweredAndCompletedAtWeChatPay() {
        var filed = complains(Map.of("orderNo", orderNo, "text", "花是蔫的", "pictures", 2));
        assertThat(filed.json().at("/notifications/0/status").asInt()).isEqualTo(204);
        var process = theCase(filed);

        engine.run(process, "Task_FetchComplaint");
        assertThat(process).isWaitingAtExactly("Task_AnswerCustomer");
        assertThat(process).variables().containsEntry("orderNo", orderNo);
        assertThat(pictures(process)).isEqualTo(2);
        assertThat(customer.order(orderNo).text("/afterSales/0/text")).isEqualTo("花是蔫的");
        answers(process, "EXPLAINED", "非常抱歉，已为您说明");
        engine.run(process, "Task_SendAnswer");
        assertThat(atWeChat(filed).at("/answers/0").asText()).isEqualTo("非常抱歉，已为您说明");
        engine.run(process, "Task_CompleteComplaint");

        assertThat(process)
                .hasPassed("EndEvent_ComplaintCompleted")
                .hasNotPassed("Task_TellCustomer")
                .isEnded();
        assertThat(atWeChat(filed).at("/state").asText()).isEqualTo("PROCESSED");
        assertThat(customer.order(orderNo).text("/afterSales/0/state")).isEqualTo("SOLVED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SIGNATURE", "CERTIFICATE", "TIMESTAMP", "PROBE"})
    void aForgedNoticeOpensNothing(String forgery) {
        var filed = complains(Map.of("orderNo", orderNo, "forge", forgery));

        assertThat(filed.json().at("/notifications/0/status").asInt()).isEqualTo(401);
        assertThat(cases(filed)).isZero();
    }

    @Test
    void aRepeatedNoticeIsOneCaseAndWhoComplainsOnOpensItAnew() {
        var filed = complains(Map.of("orderNo", orderNo));
        again(filed, "CREATE_COMPLAINT");
        again(filed, "USER_RESPONSE");
        again(filed, "MERCHANT_RESPONSE");
        assertThat(cases(filed)).isEqualTo(1);
        var process = theCase(filed);
        engine.run(process, "Task_FetchComplaint");
        answers(process, "EXPLAINED", "已说明");
        engine.run(process, "Task_SendAnswer");

        again(filed, "CREATE_COMPLAINT");
        assertThat(cases(filed)).as("solved stays solved").isEqualTo(1);
        again(filed, "CONTINUE_COMPLAINT");
        assertThat(cases(filed)).isEqualTo(2);
    }

    @Test
    void aLostNoticeIsFoundByLooking() {
        var filed = complains(Map.of("orderNo", orderNo, "notify", false));
        assertThat(cases(filed)).isZero();

        watch.look();
        watch.look();

        assertThat(cases(filed)).isEqualTo(1);
    }

    @Test
    void whatWeChatPayDoesNotAnswerIsTriedAgain() {
        var filed = complains(Map.of("orderNo", orderNo));
        var process = theCase(filed);
        sandbox.fault(new Fault(Fault.Target.WECHAT_PAY, "complaint", Fault.Kind.ERROR, null, 1));
        assertThat(engine.runInVain(process, "Task_FetchComplaint", "微信支付没有应答")).isEqualTo(7);
        engine.run(process, "Task_FetchComplaint");
        answers(process, "EXPLAINED", "已说明");
        sandbox.fault(new Fault(Fault.Target.WECHAT_PAY, "complaint-answer", Fault.Kind.TIMEOUT, null, 1));
        assertThat(engine.runInVain(process, "Task_SendAnswer", "微信支付没有应答")).isEqualTo(7);
        engine.run(process, "Task_SendAnswer");
        sandbox.fault(new Fault(Fault.Target.WECHAT_PAY, "complaint-complete", Fault.Kind.TIMEOUT, null, 1));
        engine.runInVain(process, "Task_CompleteComplaint", "微信支付没有应答");

        engine.run(process, "Task_CompleteComplaint");

        assertThat(process).as("completed there already").isEnded();
    }

    @Test
    void aComplaintOfAnotherMerchantsOrderIsAnsweredAllTheSame() {
        var filed = complains(Map.of("orderNo", orderNo));
        var process = theCase(filed);
        engine.run(process, "Task_FetchComplaint");
        jdbc.update("update after_sale set order_no = null where after_sale_no = ?", process.getBusinessKey());

        assertThatThrownBy(() -> answers(process, "REFUND", "退款")).hasMessage("这笔投诉没有对应的订单，只能答复说明");
        answers(process, "EXPLAINED", "您投诉的不是我们的订单");
        engine.run(process, "Task_SendAnswer");
        engine.run(process, "Task_CompleteComplaint");
        assertThat(process).isEnded();
    }

    private Answer complains(Map<String, ?> how) {
        return Json.at(port).post("/sandbox/wechat-pay/complaints", how).is(200);
    }

    private void again(Answer filed, String action) {
        var answer = Json.at(port)
                .post("/sandbox/wechat-pay/complaints/" + number(filed) + "/notices", Map.of("action", action))
                .is(200);
        assertThat(answer.json().at("/status").asInt()).isEqualTo(204);
    }

    private JsonNode atWeChat(Answer filed) {
        for (var each :
                Json.at(port).get("/sandbox/wechat-pay/complaints").is(200).json()) {
            if (each.get("complaintId").asText().equals(number(filed))) {
                return each;
            }
        }
        throw new AssertionError("no such complaint");
    }

    private ProcessInstance theCase(Answer filed) {
        return engine.process(jdbc.queryForObject(
                "select after_sale_no from after_sale where open_complaint = ?", String.class, number(filed)));
    }

    private int cases(Answer filed) {
        return jdbc.queryForObject(
                "select count(*) from after_sale where complaint_id = ?", Integer.class, number(filed));
    }

    private int pictures(ProcessInstance process) {
        return jdbc.queryForObject(
                "select count(*) from after_sale_picture where after_sale_no = ?",
                Integer.class,
                process.getBusinessKey());
    }

    private static String number(Answer filed) {
        return filed.text("/complaint/complaintId");
    }
}
