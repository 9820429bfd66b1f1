package com.guncai.backoffice.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import com.guncai.backoffice.journey.MiniProgram;
import com.guncai.backoffice.testing.Json.Answer;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever cannot be is refused with a code and a sentence, and changes nothing. */
class RefundRefusalTest extends RefundTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"reason\":\" \"}", "{\"reason\":null}", "{\"reason\":\"x\",\"refundFen\":1}", "x", ""})
    void aWishWithoutAReasonIsRefused(String body) {
        isProblem(customer.api().post("/api/v1/orders/" + orderNo + "/refund-request", body), 400, "REQUEST_INVALID");
        assertThat(refunds()).isZero();
    }

    @Test
    void aReasonIsAtMostTwoHundredCharacters() {
        isProblem(customer.asksForRefund(orderNo, "长".repeat(201)), 400, "REQUEST_INVALID");
        customer.asksForRefund(orderNo, "长".repeat(200)).is(202);
    }

    @Test
    void somebodyElsesOrderDoesNotExist() {
        var stranger = MiniProgram.of(port, "132%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
        isProblem(stranger.asksForRefund(orderNo, "不要了"), 404, "ORDER_NOT_FOUND");
        isProblem(customer.asksForRefund("X" + orderNo, "不要了"), 404, "ORDER_NOT_FOUND");
        assertThat(refunds()).isZero();
    }

    @Test
    void aSecondWishWhileOneIsOpenIsRefused() {
        requested();
        isProblem(customer.asksForRefund(orderNo, "再申请一次"), 409, "REFUND_OPEN");
        assertThat(refunds()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AWAITING_PAYMENT", "CANCELLED", "REFUNDING", "REFUNDED", "REJECTED"})
    void anOrderInAnotherStateIsNotRefunded(String state) {
        jdbc.update("update customer_order set status = ? where order_no = ?", state, orderNo);
        isProblem(customer.asksForRefund(orderNo, "不要了"), 409, "ORDER_STATE");
        assertThat(refunds()).isZero();
        assertThat(engine.process("RefundProcess", orderNo)).isNull();
    }

    static Stream<Arguments> decisions() {
        return Stream.of(
                Arguments.of(null, null, null, "请选择是否同意退款"),
                Arguments.of("true", null, "同意", "请选择是否同意退款"),
                Arguments.of(false, null, null, "不同意退款时请写明原因，用户会看到"),
                Arguments.of(false, null, "  ", "不同意退款时请写明原因，用户会看到"),
                Arguments.of(false, null, "长".repeat(201), "商定的结果最多 200 字"),
                Arguments.of(true, 0, null, "退款金额须大于 0，最多 ¥150.00"),
                Arguments.of(true, 150.01, null, "退款金额须大于 0，最多 ¥150.00"),
                Arguments.of(true, "1000000", null, "退款金额须大于 0，最多 ¥150.00"),
                Arguments.of(true, -1, null, "金额须为不超过两位小数的非负数（元）"),
                Arguments.of(true, Long.MAX_VALUE, null, "金额须为不超过两位小数的非负数（元）"),
                Arguments.of(true, 99.555, null, "金额须为不超过两位小数的非负数（元）"),
                Arguments.of(true, "一百", null, "金额须为不超过两位小数的非负数（元）"));
    }

    @ParameterizedTest(name = "approved {0}, yuan {1}, note {2}")
    @MethodSource("decisions")
    void aDecisionThatCannotBeLeavesTheTaskOpen(Object approved, Object yuan, Object note, String sentence) {
        var process = requested();
        var answers = new HashMap<String, Object>();
        answers.put("refundApproved", approved);
        answers.put("refundYuan", yuan);
        answers.put("decisionNote", note);

        assertThatThrownBy(() -> engine.complete(process, "Task_DecideRefund", answers))
                .hasMessage(sentence);

        assertThat(process).isWaitingAt("Task_DecideRefund");
        assertThat(status(process)).isEqualTo("REQUESTED");
        assertThat(customer.status(orderNo)).isEqualTo("PAID");
    }

    @Test
    void anEmptyFormIsRefusedInTheClerksWords() {
        var process = requested();
        assertThatThrownBy(() -> engine.complete(process, "Task_DecideRefund", Map.of()))
                .hasMessage("请选择是否同意退款");
    }

    @Test
    void aTransferNeedsItsBankFlowNumber() {
        var process = byHand();

        assertThatThrownBy(() -> engine.complete(process, "Task_RefundByHand", Map.of()))
                .hasMessage("请填写银行流水号");
        assertThatThrownBy(() -> engine.complete(process, "Task_RefundByHand", Map.of("bankFlowNo", "  ")))
                .hasMessage("请填写银行流水号");
        assertThatThrownBy(() -> engine.complete(process, "Task_RefundByHand", Map.of("bankFlowNo", "9".repeat(65))))
                .hasMessage("银行流水号最多 64 位");

        assertThat(process).isWaitingAt("Task_RefundByHand");
        assertThat(bankFlow()).isEmpty();
    }

    @Test
    void theSameBankFlowNumberIsRefusedForAnotherRefund() {
        engine.complete(byHand(), "Task_RefundByHand", Map.of("bankFlowNo", "B" + orderNo));
        var used = "B" + orderNo;
        anOrderIsPaid();
        var process = byHand();

        assertThatThrownBy(() -> engine.complete(process, "Task_RefundByHand", Map.of("bankFlowNo", used)))
                .hasMessageStartingWith("该银行流水号已登记在退单 ")
                .hasMessageEndingWith("，请核对后填写本单的流水号");

        assertThat(process).isWaitingAt("Task_RefundByHand");
        assertThat(customer.status(orderNo)).isEqualTo("REFUNDING");
    }

    private void isProblem(Answer answer, int status, String code) {
        answer.is(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.text("/code")).isEqualTo(code);
        assertThat(answer.text("/detail")).isNotBlank();
    }

    private int refunds() {
        return jdbc.queryForObject("select count(*) from refund where order_no = ?", Integer.class, orderNo);
    }
}
