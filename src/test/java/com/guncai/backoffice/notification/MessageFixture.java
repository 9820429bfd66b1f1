package com.guncai.backoffice.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.guncai.backoffice.journey.Clerk;
import com.guncai.backoffice.journey.FlowerShop;
import com.guncai.backoffice.journey.MiniProgram;
import com.guncai.backoffice.testing.Json;
import com.guncai.backoffice.testing.ProcessTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** A customer with real processes, the clock that sends their messages, and what the sandbox got of them. */
@ProcessTest
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(
        properties = {"backoffice.sms.read-timeout=500ms", "backoffice.notification.order-page=pages/order?no="})
abstract class MessageFixture {
    static final String DESK = "13900010001";
    private static final AtomicInteger CUSTOMERS = new AtomicInteger();

    @LocalServerPort
    int port;

    @Autowired
    MessageRepository messages;

    @Autowired
    RuntimeService runtime;

    Json sandbox;
    MiniProgram customer;

    @BeforeEach
    void aCustomer() {
        sandbox = Json.at(port);
        customer = MiniProgram.of(port, "137%08d".formatted(CUSTOMERS.incrementAndGet()));
        // what other tests left to do would meet the faults of this one
        passes("PT1S");
    }

    String paidOrder() {
        var orderNo = customer.placesFlowers();
        customer.pays(orderNo);
        return orderNo;
    }

    void accepted(String orderNo) {
        accepted(orderNo, FlowerShop.foundFor(customer));
    }

    void accepted(String orderNo, Map<String, Object> shop) {
        passes("PT1S");
        var clerk = new Clerk(port, "flower");
        var task = clerk.awaitsTask(orderNo).at("/id").asText();
        clerk.claims(task);
        clerk.completes(task, shop).is(204);
        passes("PT1S");
    }

    void completed(String orderNo) {
        accepted(orderNo);
        customer.api()
                .post("/api/v1/orders/" + orderNo + "/delivery-confirmation")
                .is(200);
        passes("PT1S");
    }

    void passes(String duration) {
        sandbox.post("/sandbox/clock", Map.of("advance", duration)).is(200);
    }

    List<JsonNode> smsAbout(String orderNo, String phone) {
        return about(orderNo, "/sandbox/sms?phone=" + phone);
    }

    List<JsonNode> weChatAbout(String orderNo) {
        return about(orderNo, "/sandbox/wechat/messages?openid=" + customer.openid());
    }

    List<JsonNode> about(String orderNo, String path) {
        var all = sandbox.get(path).is(200).json();
        return StreamSupport.stream(all.spliterator(), false)
                .filter(message -> message.toString().contains(orderNo))
                .toList();
    }

    Message only(String orderNo) {
        var all = messages.findByOrderNoOrderById(orderNo);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    List<Incident> incidents(String orderNo) {
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
