package com.guncai.backoffice.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.guncai.backoffice.journey.Clerk;
import com.guncai.backoffice.journey.FlowerShop;
import com.guncai.backoffice.journey.MiniProgram;
import com.guncai.backoffice.order.Orders;
import com.guncai.backoffice.testing.Json;
import com.guncai.backoffice.testing.ProcessTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Messages of real processes through the real SDKs, against a sandbox that has its bad days. */
@ProcessTest
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(
        properties = {"backoffice.sms.read-timeout=500ms", "backoffice.notification.order-page=pages/order?no="})
class MessagesIT {
    private static final String DESK = "13900010001";
    private static final AtomicInteger CUSTOMERS = new AtomicInteger();

    @LocalServerPort
    private int port;

    @Autowired
    private MessageRepository messages;

    @Autowired
    private Orders orders;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TransactionTemplate transaction;

    private Json sandbox;
    private MiniProgram customer;

    @BeforeEach
    void aCustomer() {
        sandbox = Json.at(port);
        customer = MiniProgram.of(port, "137%08d".formatted(CUSTOMERS.incrementAndGet()));
        // what other tests left to do would meet the faults of this one
        passes("PT1S");
    }

    @Test
    void aPaidOrderIsToldToTheDeskWithItsLink() {
        var orderNo = paidOrder();
        passes("PT1S");
        assertThat(smsAbout(orderNo, DESK)).singleElement().satisfies(sms -> {
            assertThat(sms.at("/signName").asText()).isEqualTo("滚财");
            assertThat(sms.at("/params/service").asText()).isEqualTo("鲜花配送");
            assertThat(sms.at("/params/link").asText()).isEqualTo(orderNo);
        });
        assertThat(only(orderNo).status()).isEqualTo(Message.Status.SENT);
    }

    @Test
    void nothingIsSentForAProcessThatRolledBack() {
        var orderNo = customer.placesFlowers();
        var payable = orders.get(orderNo).payableFen();
        transaction.executeWithoutResult(status -> {
            orders.pay(orderNo, payable);
            status.setRollbackOnly();
        });
        passes("PT1S");
        assertThat(smsAbout(orderNo, DESK)).isEmpty();
        assertThat(messages.findByOrderNoOrderById(orderNo)).isEmpty();
    }

    @Test
    void aTimedOutMessageIsLookedUpAndNotSentTwice() {
        fails("timeout", "");
        var orderNo = paidOrder();
        passes("PT1S");
        assertThat(only(orderNo).status()).isEqualTo(Message.Status.UNKNOWN);
        passes("PT2M");
        assertThat(only(orderNo).status()).isIn(Message.Status.SENT, Message.Status.DELIVERED);
        passes("PT10M");
        assertThat(smsAbout(orderNo, DESK)).hasSize(1);
        assertThat(incidents(orderNo)).isEmpty();
    }

    @Test
    void aProviderThatBrokeDownIsAskedAndThenSentToAgain() {
        fails("error", "InternalError");
        var orderNo = paidOrder();
        passes("PT1S");
        assertThat(only(orderNo).status()).isEqualTo(Message.Status.UNKNOWN);
        passes("PT2M");
        assertThat(smsAbout(orderNo, DESK)).hasSize(1);
        assertThat(only(orderNo).attempts()).isEqualTo(2);
    }

    @Test
    void aThrottledMessageIsSentLaterAndOnce() {
        fails("refuse", "Throttling.User");
        var orderNo = paidOrder();
        passes("PT1S");
        assertThat(smsAbout(orderNo, DESK)).isEmpty();
        assertThat(incidents(orderNo)).isEmpty();
        passes("PT2M");
        passes("PT10M");
        assertThat(smsAbout(orderNo, DESK)).hasSize(1);
    }

    @Test
    void aRefusedMessageIsAnIncidentAtOnceAndTheOrderGoesOn() {
        fails("refuse", "isv.MOBILE_NUMBER_ILLEGAL");
        var orderNo = paidOrder();
        passes("PT1S");
        assertThat(incidents(orderNo)).singleElement().satisfies(incident -> assertThat(incident.getIncidentMessage())
                .isEqualTo("消息 DESK_ORDER_PAID 被拒绝（isv.MOBILE_NUMBER_ILLEGAL），订单 " + orderNo));
        accepted(orderNo);
        assertThat(customer.status(orderNo)).isEqualTo("ACCEPTED");
    }

    @Test
    void whoSubscribedReadsItInWeChat() {
        var orderNo = paidOrder();
        completed(orderNo);
        assertThat(weChatAbout(orderNo)).anySatisfy(message -> {
            assertThat(message.at("/template").asText()).isEqualTo("TMPL_CUSTOMER_ORDER_ACCEPTED");
            assertThat(message.at("/params/thing3").asText()).isEqualTo("花语鲜花");
            assertThat(message.at("/params/time4").asText()).matches("\\d+月\\d+日 \\d\\d:\\d\\d");
            assertThat(message.at("/page").asText()).isEqualTo("pages/order?no=" + orderNo);
        });
        assertThat(smsAbout(orderNo, customer.phone()))
                .noneSatisfy(sms -> assertThat(sms.at("/template").asText()).isEqualTo("SMS_CUSTOMER_ORDER_COMPLETED"));
    }

    @Test
    void whoRefusedWeChatGetsAnSmsAndNoLogSaysWhoTheyAre(CapturedOutput log) {
        sandbox.post("/sandbox/wechat/users/" + customer.openid() + "/subscription", Map.of("granted", false))
                .is(200);
        var orderNo = paidOrder();
        completed(orderNo);
        assertThat(weChatAbout(orderNo)).isEmpty();
        assertThat(smsAbout(orderNo, customer.phone()))
                .extracting(sms -> sms.at("/template").asText())
                .containsExactly("SMS_CUSTOMER_ORDER_COMPLETED", "SMS_CUSTOMER_ORDER_ACCEPTED");
        assertThat(log.getAll())
                .contains(orderNo)
                .doesNotContain(customer.phone(), customer.openid(), DESK, "access_token");
    }

    @ParameterizedTest
    @CsvSource({"🌹🌹, 附近花店", "https://shop.example.com/1, 附近花店", "花语🌹花艺 www.huayu.cn, 花语花艺"})
    void whateverAShopCallsItselfTheCustomerHearsOfIt(String shopName, String said) {
        sandbox.post("/sandbox/wechat/users/" + customer.openid() + "/subscription", Map.of("granted", false))
                .is(200);
        var orderNo = paidOrder();
        var shop = FlowerShop.foundFor(customer);
        shop.put("shopName", shopName);
        accepted(orderNo, shop);
        assertThat(smsAbout(orderNo, customer.phone())).singleElement().satisfies(sms -> assertThat(
                        sms.at("/params/shopName").asText())
                .isEqualTo(said));
        assertThat(incidents(orderNo)).isEmpty();
    }

    @Test
    void aDeliveryReportReachesItsMessage() {
        var orderNo = paidOrder();
        passes("PT1S");
        await().untilAsserted(() -> assertThat(only(orderNo).status()).isEqualTo(Message.Status.DELIVERED));
    }

    @Test
    void theLinkInTheMessageLeadsToTheTask() {
        assertThat(sandbox.get("/t/" + paidOrder()).status()).isEqualTo(302);
        assertThat(sandbox.get("/t/..%2Fx").status()).isGreaterThanOrEqualTo(400);
        assertThat(sandbox.post("/t/1").status()).isGreaterThanOrEqualTo(400);
    }

    private String paidOrder() {
        var orderNo = customer.placesFlowers();
        customer.pays(orderNo);
        return orderNo;
    }

    private void accepted(String orderNo) {
        accepted(orderNo, FlowerShop.foundFor(customer));
    }

    private void accepted(String orderNo, Map<String, Object> shop) {
        passes("PT1S");
        var clerk = new Clerk(port, "flower");
        var task = clerk.awaitsTask(orderNo).at("/id").asText();
        clerk.claims(task);
        clerk.completes(task, shop).is(204);
        passes("PT1S");
    }

    private void completed(String orderNo) {
        accepted(orderNo);
        customer.api()
                .post("/api/v1/orders/" + orderNo + "/delivery-confirmation")
                .is(200);
        passes("PT1S");
    }

    private void passes(String duration) {
        sandbox.post("/sandbox/clock", Map.of("advance", duration)).is(200);
    }

    /** The next SMS meets this. */
    private void fails(String fault, String code) {
        var body =
                new HashMap<String, Object>(Map.of("target", "sms", "operation", "send", "fault", fault, "times", 1));
        if (!code.isEmpty()) {
            body.put("code", code);
        }
        sandbox.post("/sandbox/faults", body).is(200);
    }

    private List<JsonNode> smsAbout(String orderNo, String phone) {
        return about(orderNo, "/sandbox/sms?phone=" + phone);
    }

    private List<JsonNode> weChatAbout(String orderNo) {
        return about(orderNo, "/sandbox/wechat/messages?openid=" + customer.openid());
    }

    private List<JsonNode> about(String orderNo, String path) {
        var all = sandbox.get(path).is(200).json();
        return StreamSupport.stream(all.spliterator(), false)
                .filter(message -> message.toString().contains(orderNo))
                .toList();
    }

    private Message only(String orderNo) {
        var all = messages.findByOrderNoOrderById(orderNo);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private List<Incident> incidents(String orderNo) {
        return runtime
                .createProcessInstanceQuery()
                .processDefinitionKey("MessageProcess")
                .variableValueEquals("orderNo", orderNo)
                .list()
                .stream()
                .flatMap(message -> runtime.createIncidentQuery().processInstanceId(message.getId()).list().stream())
                .toList();
    }
}
