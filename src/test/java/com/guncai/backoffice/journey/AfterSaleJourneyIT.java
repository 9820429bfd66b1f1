package com.guncai.backoffice.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.guncai.backoffice.testing.BackofficeTest;
import com.guncai.backoffice.testing.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Help with an order and complaints, as customer, customer service and WeChat Pay live them, over HTTP. */
@BackofficeTest
class AfterSaleJourneyIT {
    @LocalServerPort
    int port;

    MiniProgram customer;
    Clerk desk;
    Clerk service;
    String orderNo;

    @BeforeEach
    void aPhoneIsToppedUp() {
        customer = MiniProgram.of(port, "139%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
        desk = new Clerk(port, "topup");
        service = new Clerk(port, "service");
        orderNo = customer.topsUp("13800138000", 5000).is(201).text("/orderNo");
        customer.pays(orderNo);
        topsUp("ZFB" + orderNo).is(204);
        assertThat(customer.status(orderNo)).isEqualTo("COMPLETED");
    }

    @Test
    void whatDidNotArriveIsDoneAgainWithoutASecondPayment() throws IOException {
        var picture = Files.readAllBytes(Path.of("src/test/resources/receipts/screenshot.webp"));
        assertThat(actions()).contains("after-sales", "refund-request");

        var asked = customer.asksForHelp(orderNo, "没有到账", "运营商查不到这笔充值", picture, picture, picture)
                .is(202);

        assertThat(asked.text("/afterSales/0/state")).isEqualTo("OPEN");
        assertThat(actions()).doesNotContain("after-sales");
        assertThat(service.card(id(help())).is(200).text("/order/value"))
                .contains("没有到账", "运营商查不到这笔充值", "用户，", customer.phone(), "¥50.00", "/thumbnail");
        answers("REDO", "已重新为您充值，请留意");
        var order = customer.order(orderNo);
        assertThat(order.text("/status")).isEqualTo("PAID");
        assertThat(order.text("/afterSales/0/outcome")).isEqualTo("REDO");
        assertThat(order.text("/afterSales/0/answer")).isEqualTo("已重新为您充值，请留意");
        assertThat(topsUp("ZFB" + orderNo).body()).contains("这是上一次充值的流水号，请填写这一次的");
        topsUp("ZFC" + orderNo).is(204);

        order = customer.order(orderNo);
        assertThat(order.text("/status")).isEqualTo("COMPLETED");
        assertThat(order.text("/afterSales/0/state")).isEqualTo("SOLVED");
        assertThat(order.json().at("/paidFen").asLong()).isEqualTo(5_000);
        assertThat(actions()).contains("after-sales", "refund-request");
    }

    @Test
    void partOfACompletedOrderGoesBack() {
        customer.asksForHelp(orderNo, "其他", "晚了一天").is(202);

        answers("REFUND", "退您 10 元");
        var decide = service.refundTask(orderNo).orElseThrow();
        assertThat(service.card(id(decide)).text("/order/value")).contains("售后商定", "退您 10 元");
        service.completes(id(decide), Map.of("refundApproved", true, "refundYuan", "10"))
                .is(204);

        await().untilAsserted(() ->
                assertThat(customer.order(orderNo).text("/afterSales/0/state")).isEqualTo("SOLVED"));
        var order = customer.order(orderNo);
        assertThat(order.text("/status")).isEqualTo("COMPLETED");
        assertThat(order.text("/refunds/0/status")).isEqualTo("REFUNDED");
        assertThat(order.json().at("/refunds/0/refundFen").asLong()).isEqualTo(1_000);
    }

    @Test
    void aComplaintAtWeChatIsAnsweredAndCompletedThere() {
        var filed = Json.at(port)
                .post("/sandbox/wechat-pay/complaints", Map.of("orderNo", orderNo, "text", "钱付了没到账", "pictures", 2))
                .is(200);
        assertThat(filed.json().at("/notifications/0/status").asInt()).isEqualTo(204);
        await().untilAsserted(() -> assertThat(helps()).isPresent());
        assertThat(service.card(id(help())).text("/order/value"))
                .contains("钱付了没到账", "微信投诉", "24 小时内首次答复", "/thumbnail");

        answers("EXPLAINED", "已查到账，请您再看一下");

        await().untilAsserted(() -> assertThat(atWeChat(filed.text("/complaint/complaintId"))
                        .get("state")
                        .asText())
                .isEqualTo("PROCESSED"));
        assertThat(atWeChat(filed.text("/complaint/complaintId"))
                        .at("/answers/0")
                        .asText())
                .isEqualTo("已查到账，请您再看一下");
        assertThat(customer.order(orderNo).text("/afterSales/0/state")).isEqualTo("SOLVED");
    }

    @Test
    void whatIsRefusedIsAProblemInChinese() {
        var stranger = MiniProgram.of(port, "132%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
        isProblem(stranger.asksForHelp(orderNo, "其他", "x"), 404, "ORDER_NOT_FOUND");
        isProblem(customer.asksForHelp(orderNo, " ", "x"), 400, "REQUEST_INVALID");
        isProblem(customer.withdrawsRefund(orderNo), 409, "REFUND_STATE");
        customer.asksForHelp(orderNo, "其他", "x").is(202);
        isProblem(customer.asksForHelp(orderNo, "其他", "x"), 409, "AFTER_SALE_OPEN");
        var task = id(help());
        assertThat(desk.completes(task, Map.of("outcome", "EXPLAINED", "answer", "x"))
                        .status())
                .as("another desk's")
                .isEqualTo(403);
        assertThat(service.completes(task, Map.of("answer", "x")).is(400).body())
                .contains("请选择处理结果：说明、重新办理或退款");
    }

    private static void isProblem(Json.Answer answer, int status, String code) {
        assertThat(answer.is(status).text("/code")).isEqualTo(code);
        assertThat(answer.text("/detail")).containsPattern("[\\u4e00-\\u9fff]");
    }

    private Json.Answer topsUp(String transactionNo) {
        var task = id(desk.awaitsTask(orderNo));
        return desk.completes(task, Map.of("toppedUp", true, "transactionNo", transactionNo, "purchaseCostYuan", 49.8));
    }

    private String actions() {
        return customer.order(orderNo).json().at("/actions").toString();
    }

    private void answers(String outcome, String answer) {
        var task = id(help());
        service.claims(task).is(204);
        service.completes(task, Map.of("outcome", outcome, "answer", answer)).is(204);
    }

    private JsonNode help() {
        return helps().orElseThrow();
    }

    private Optional<JsonNode> helps() {
        return service.helpTask(orderNo);
    }

    private JsonNode atWeChat(String complaintId) {
        var all = Json.at(port).get("/sandbox/wechat-pay/complaints").is(200).json();
        return StreamSupport.stream(all.spliterator(), false)
                .filter(each -> each.get("complaintId").asText().equals(complaintId))
                .findFirst()
                .orElseThrow();
    }

    private static String id(JsonNode task) {
        return task.get("id").asText();
    }
}
