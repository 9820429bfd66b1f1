package com.guncai.backoffice.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.guncai.backoffice.testing.BackofficeTest;
import com.guncai.backoffice.testing.Json;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Date;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Where people and programs come in, and where they do not. */
@BackofficeTest
class DoorsIT {
    @LocalServerPort
    int port;

    Json browser;

    @BeforeEach
    void open() {
        browser = Json.at(port);
    }

    @Test
    void theHomePageLeadsToEverything() {
        var page = browser.get("/").is(200);
        assertThat(page.contentType()).startsWith("text/html");
        assertThat(page.body())
                .contains("/camunda/app/tasklist/default/", "/camunda/app/cockpit/default/", "/swagger-ui.html");
        for (var asset : new String[] {"/home/home.css", "/home/home.js", "/home/logo.svg", "/favicon.ico"}) {
            browser.get(asset).is(200);
        }
        var doors = browser.get("/home/doors").is(200);
        assertThat(doors.json().at("/apiPage").asBoolean()).isTrue();
        assertThat(doors.text("/phone")).isEqualTo("/sandbox");
        assertThat(doors.json().at("/demoUsers").findValuesAsText("user")).contains("flower", "manager", "admin");
    }

    @Test
    void everyFlowerHasItsPicture() {
        var flowers = browser.get("/api/v1/catalog").is(200).json().at("/flowers");
        assertThat(flowers).isNotEmpty();
        for (var flower : flowers) {
            var picture = browser.get(flower.get("imageUrl").asText()).is(200);
            assertThat(picture.contentType()).startsWith("image/svg+xml");
            assertThat(picture.body()).doesNotContain("<script");
        }
    }

    @Test
    void theApiDescribesItself() {
        var document = browser.get("/v3/api-docs").is(200);
        assertThat(document.text("/info/description"))
                .as("every code that a program may meet")
                .contains("| `COUPON_NOT_AVAILABLE` |", "| `TRY_AGAIN` |")
                .doesNotContain("FOUR_EYES");
        assertThat(document.text("/components/securitySchemes/accessToken/scheme"))
                .isEqualTo("bearer");
        assertThat(document.body()).doesNotContain("CurrentCustomer", "callbacks", "-controller");
        var paths = document.json().get("paths");
        for (var path : paths) {
            for (var call : path) {
                assertThat(call.hasNonNull("summary")).as(call.toString()).isTrue();
            }
        }
        assertThat(document.text("/components/schemas/OrderView/properties/actions/description"))
                .contains("cancellation 取消订单", "payment 去支付", "refund-request 申请退款", "payee 更正收款信息");
        var order = paths.at("/~1api~1v1~1flower-orders/post");
        var key = StreamSupport.stream(order.get("parameters").spliterator(), false)
                .filter(parameter -> parameter.get("name").asText().equals("Idempotency-Key"))
                .findFirst();
        assertThat(key.orElseThrow().get("required").asBoolean()).isTrue();
        assertThat(order.at("/responses/409/content").fieldNames().next()).isEqualTo("application/problem+json");
        assertThat(document.json().at("/components/schemas/Problem/properties").has("code"))
                .isTrue();
    }

    @Test
    void nothingElseIsOpen() {
        for (var closed : new String[] {"/nothing", "/h2-console", "/engine", "/images/../application.yaml"}) {
            assertThat(browser.get(closed).status()).as(closed).isIn(400, 403, 404);
        }
        assertThat(browser.get("/actuator/env").status()).isIn(401, 403, 404);
        browser.get("/engine-rest/engine").is(401);
        browser.get("/actuator/health/readiness").is(200);
    }

    @Test
    void theMetricsSayHowMuchWorkThereIs(
            @Autowired MeterRegistry meters,
            @Autowired TaskService tasks,
            @Autowired RuntimeService runtime,
            @Autowired ManagementService management) {
        var waiting = meters.get("work.tasks.open").tag("desk", "flower-desk").gauge();
        var overdue = meters.get("work.tasks.overdue").gauge();
        var incidents = meters.get("work.incidents").gauge();
        var waitingBefore = waiting.value();
        var overdueBefore = overdue.value();
        var incidentsBefore = incidents.value();

        var customer = MiniProgram.of(port, "13711112222");
        var orderNo = customer.placesFlowers();
        customer.pays(orderNo);
        new Clerk(port, "flower").awaitsTask(orderNo);
        assertThat(waiting.value()).isEqualTo(waitingBefore + 1);
        assertThat(overdue.value()).isEqualTo(overdueBefore);

        var instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(orderNo)
                .singleResult();
        var stepsUnderWay =
                management.createJobQuery().processInstanceId(instance.getId()).messages();
        await().until(() -> stepsUnderWay.count() == 0);
        var task = tasks.createTaskQuery().processInstanceBusinessKey(orderNo).singleResult();
        task.setDueDate(Date.from(Instant.EPOCH));
        tasks.saveTask(task);
        assertThat(overdue.value()).isEqualTo(overdueBefore + 1);

        var incident = runtime.createIncident("test", task.getExecutionId(), "made by a test");
        assertThat(incidents.value()).isEqualTo(incidentsBefore + 1);
        runtime.resolveIncident(incident.getId());
        assertThat(incidents.value()).isEqualTo(incidentsBefore);
    }
}
