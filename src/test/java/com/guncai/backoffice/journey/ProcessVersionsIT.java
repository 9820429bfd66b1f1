package com.guncai.backoffice.journey;

import static com.guncai.backoffice.journey.Modeler.between;
import static com.guncai.backoffice.journey.Modeler.file;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.guncai.backoffice.testing.BackofficeTest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A manager reads what is in force, goes back, and moves running orders. */
@BackofficeTest
class ProcessVersionsIT {
    private static final String KEY = "FlowerOrderProcess";
    private static final String FLOWERS = KEY + ".bpmn";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String CALL_BACK =
            """
            <bpmn:userTask id="Task_CallBack" name="回访" camunda:formRef="follow-delivery" camunda:formRefBinding="deployment" camunda:candidateGroups="customer-service">
              <bpmn:incoming>SequenceFlow_Delivered</bpmn:incoming>
              <bpmn:outgoing>SequenceFlow_After_Task_CallBack</bpmn:outgoing>
            </bpmn:userTask>""";

    @LocalServerPort
    int port;

    StaffBrowser manager;
    Modeler modeler;
    MiniProgram customer;
    Clerk flower;

    @BeforeEach
    void meet() {
        manager = StaffBrowser.of(port, "manager");
        modeler = new Modeler(port, "manager");
        customer = MiniProgram.of(port, "135%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
        flower = new Clerk(port, "flower");
    }

    @AfterEach
    void backToTheRelease() {
        modeler.deploys(FLOWERS, file(FLOWERS), "purchase-flowers.form", file("purchase-flowers.form"))
                .is(200);
    }

    @Test
    void whatIsInForceIsReadWithWhoAndWhatChanged() throws IOException {
        modeler.deploys(FLOWERS, withCallBack()).is(200);

        var model = model();
        var newest = model.at("/versions/0");
        assertThat(newest.at("/version")).isEqualTo(model.at("/inForce"));
        assertThat(newest.at("/deployedBy").asText()).isEqualTo("manager");
        assertThat(newest.at("/differences").findValuesAsText("text")).contains("加上了人工任务“回访”");
        assertThat(model.at("/versions")).last().satisfies(first -> assertThat(
                        first.at("/deployedBy").isNull())
                .as("came with the release")
                .isTrue());
    }

    @Test
    void anEarlierFileIsInForceAgainAndTheSameFileSaysThatNothingChanged() throws IOException {
        modeler.deploys(FLOWERS, withCallBack()).is(200);
        var changed = model().at("/inForce").asInt();

        modeler.deploys(FLOWERS, file(FLOWERS)).is(200);

        assertThat(model().at("/inForce").asInt()).isEqualTo(changed + 1);
        assertThat(modeler.deploys(FLOWERS, file(FLOWERS)).is(200).text("/name"))
                .isEqualTo("没有变化：“鲜花配送”第 %d 版就是这一份，正在使用".formatted(changed + 1));
        assertThat(model().at("/inForce").asInt()).isEqualTo(changed + 1);
    }

    @Test
    void theVersionBeforeComesBackInOneCall() throws IOException {
        var before = model().at("/inForce").asInt();
        modeler.deploys(FLOWERS, withCallBack()).is(200);

        var restored = json(
                manager.sends("POST", "/staff/api/processes/" + KEY + "/restore", "{\"version\": " + before + "}"),
                200);

        assertThat(restored.at("/version").asInt()).isEqualTo(before + 2);
        var orderNo = paid();
        purchases(orderNo);
        flower.completes(id(flower.awaitsTask(orderNo)), Map.of("completeEarly", true))
                .is(204);
        assertThat(customer.status(orderNo)).isEqualTo("COMPLETED");
        assertThat(json(
                                manager.sends(
                                        "POST",
                                        "/staff/api/processes/" + KEY + "/restore",
                                        "{\"version\": " + (before + 2) + "}"),
                                409)
                        .at("/code")
                        .asText())
                .isEqualTo("MODEL_IN_FORCE");
    }

    @Test
    void aRunningOrderMovesToTheNewVersionAndBack() throws IOException {
        var orderNo = paid();
        purchases(orderNo);
        flower.awaitsTask(orderNo);
        var before = model().at("/inForce").asInt();
        modeler.deploys(FLOWERS, withCallBack().replaceFirst("name=\"跟进配送\"", "name=\"跟进送达\""))
                .is(200);
        var after = before + 1;

        assertThat(order(migrates(before, after, true, orderNo), orderNo)
                        .at("/movable")
                        .asBoolean())
                .isTrue();
        assertThat(flower.awaitsTask(orderNo).get("name").asText())
                .as("a dry run changes nothing")
                .isEqualTo("跟进配送");

        assertThat(order(migrates(before, after, false, orderNo), orderNo)
                        .at("/movable")
                        .asBoolean())
                .isTrue();
        assertThat(flower.awaitsTask(orderNo).get("name").asText()).isEqualTo("跟进送达");
        migrates(after, before, false, orderNo);
        assertThat(flower.awaitsTask(orderNo).get("name").asText()).isEqualTo("跟进配送");
        migrates(before, after, false, orderNo);

        flower.completes(id(flower.awaitsTask(orderNo)), Map.of("completeEarly", true))
                .is(204);
        var service = new Clerk(port, "service");
        service.completes(id(service.awaitsTask(orderNo)), Map.of()).is(204);
        assertThat(customer.status(orderNo)).isEqualTo("COMPLETED");
    }

    @Test
    void anOrderAtAStepThatTheOtherVersionLacksStaysAndIsToldWhy() throws IOException {
        var before = model().at("/inForce").asInt();
        modeler.deploys(FLOWERS, withCallBack()).is(200);
        var orderNo = paid();
        purchases(orderNo);
        flower.completes(id(flower.awaitsTask(orderNo)), Map.of("completeEarly", true))
                .is(204);
        var service = new Clerk(port, "service");
        service.awaitsTask(orderNo);

        var back = migrates(before + 1, before, false, orderNo);

        assertThat(order(back, orderNo).at("/reasons/0").asText()).isEqualTo("正停在“回访”，那一版里没有这一步");
        service.completes(id(service.awaitsTask(orderNo)), Map.of()).is(204);
        assertThat(customer.status(orderNo)).isEqualTo("COMPLETED");
    }

    private JsonNode model() throws IOException {
        return StreamSupport.stream(
                        json(manager.get("/staff/api/processes"), 200)
                                .at("/processes")
                                .spliterator(),
                        false)
                .filter(model -> model.at("/key").asText().equals(KEY))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode migrates(int from, int to, boolean dryRun, String orderNo) throws IOException {
        return json(
                manager.sends(
                        "POST",
                        "/staff/api/processes/" + KEY + "/migration",
                        JSON.writeValueAsString(
                                Map.of("from", from, "to", to, "dryRun", dryRun, "orderNos", List.of(orderNo)))),
                200);
    }

    private static JsonNode order(JsonNode migration, String orderNo) {
        return StreamSupport.stream(migration.at("/orders").spliterator(), false)
                .filter(order -> order.at("/orderNo").asText().equals(orderNo))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode json(HttpResponse<byte[]> answer, int status) throws IOException {
        assertThat(answer.statusCode())
                .as(() -> new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private static String withCallBack() {
        return between(file(FLOWERS), "SequenceFlow_Delivered", CALL_BACK, "Task_CallBack");
    }

    private String paid() {
        var orderNo = customer.placesFlowers();
        customer.pays(orderNo);
        return orderNo;
    }

    private void purchases(String orderNo) {
        flower.completes(id(flower.awaitsTask(orderNo)), FlowerShop.foundFor(customer))
                .is(204);
    }

    private static String id(JsonNode task) {
        return task.get("id").asText();
    }
}
