package com.guncai.backoffice.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.guncai.backoffice.testing.BackofficeTest;
import com.guncai.backoffice.testing.Json;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** No message gets through, and no order waits for it: each is an incident of its own, and goes out once it is mended. */
@BackofficeTest
class FailingMessagesIT {
    @LocalServerPort
    int port;

    Json sandbox;
    Json manager;
    MiniProgram customer;

    @BeforeEach
    void everythingIsRefused() {
        sandbox = Json.at(port);
        manager = Json.at(port).as("manager", "manager");
        customer = MiniProgram.of(port, "133%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
        sandbox.post("/sandbox/wechat/users/" + customer.openid() + "/subscription", Map.of("granted", false))
                .is(200);
        sandbox.post(
                        "/sandbox/faults",
                        Map.of(
                                "target",
                                "sms",
                                "operation",
                                "send",
                                "fault",
                                "refuse",
                                "code",
                                "isv.SMS_TEMPLATE_ILLEGAL",
                                "times",
                                1000))
                .is(200);
    }

    @AfterEach
    void mend() {
        Json.at(port).delete("/sandbox/faults").is(200);
    }

    @Test
    void anOrderThatCustomerServiceSavedGoesOn() {
        var orderNo = customer.placesFlowers();
        customer.pays(orderNo);
        var flowerDesk = new Clerk(port, "flower");
        flowerDesk
                .completes(
                        id(flowerDesk.awaitsTask(orderNo)), Map.of("shopFound", false, "undeliverableReason", "超出配送范围"))
                .is(204);
        var service = new Clerk(port, "service");

        service.completes(
                        id(service.refundTask(orderNo).orElseThrow()),
                        Map.of("refundApproved", false, "decisionNote", "改送百合"))
                .is(204);

        assertThat(flowerDesk.awaitsTask(orderNo)).as("back at the desk").isNotNull();
        assertThat(manager.get(
                                "/engine-rest/process-instance/count?processDefinitionKey=RefundProcess&variables=orderNo_eq_"
                                        + orderNo)
                        .text("/count"))
                .as("the refund is over")
                .isEqualTo("0");
        await().untilAsserted(() -> assertThat(unsent(orderNo)).hasSizeGreaterThanOrEqualTo(4));
        assertThat(incidentMessages()).contains("isv.SMS_TEMPLATE_ILLEGAL");
    }

    @Test
    void whatIsMendedGoesOutOnceItIsTriedAgain() {
        var orderNo = customer.placesFlowers();
        customer.pays(orderNo);
        await().untilAsserted(() -> assertThat(failed(orderNo)).hasSize(1));
        mend();

        var job = failed(orderNo).get(0).get("id").asText();
        manager.put("/engine-rest/job/" + job + "/retries", Map.of("retries", 1))
                .is(204);

        await().untilAsserted(() ->
                assertThat(sandbox.get("/sandbox/sms?phone=13900010001").body()).contains(orderNo));
        assertThat(unsent(orderNo)).isEmpty();
    }

    private JsonNode unsent(String orderNo) {
        return manager.get(
                        "/engine-rest/process-instance?processDefinitionKey=MessageProcess&withIncident=true&variables=orderNo_eq_"
                                + orderNo)
                .is(200)
                .json();
    }

    private JsonNode failed(String orderNo) {
        var messages = unsent(orderNo);
        return messages.isEmpty()
                ? messages
                : manager.get("/engine-rest/job?noRetriesLeft=true&processInstanceId="
                                + messages.get(0).get("id").asText())
                        .is(200)
                        .json();
    }

    private String incidentMessages() {
        return manager.get("/engine-rest/incident?maxResults=1000").is(200).body();
    }

    private static String id(JsonNode task) {
        return task.get("id").asText();
    }
}
