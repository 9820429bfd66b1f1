package com.guncai.backoffice.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.journey.Clerk;
import com.guncai.backoffice.journey.MiniProgram;
import com.guncai.backoffice.testing.BackofficeTest;
import com.guncai.backoffice.testing.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A manager gives one task of a desk's process to somebody else: it is theirs, and the desk's no more. */
@BackofficeTest
class TaskCandidatesIT {
    private static final String DESK = "camunda:candidateGroups=\"flower-desk\"";
    private static final Map<String, Object> UNDELIVERABLE =
            Map.of("shopFound", false, "undeliverableReason", "超出配送范围");

    @LocalServerPort
    int port;

    @Autowired
    RepositoryService repository;

    @AfterEach
    void backToTheRelease() {
        repository
                .createDeploymentQuery()
                .deploymentSource("test")
                .list()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @Test
    void theDeskNeitherClaimsNorCompletesNorReadsATaskForManagers() throws IOException {
        var task = firstTaskOf("managers");
        var flower = new Clerk(port, "flower");

        assertThat(List.of(
                        flower.claims(task),
                        flower.completes(task, UNDELIVERABLE),
                        flower.rest().post("/engine-rest/task/" + task + "/complete", Map.of()),
                        flower.rest().post("/engine-rest/task/" + task + "/resolve", Map.of()),
                        flower.card(task),
                        flower.rest().get("/engine-rest/task/" + task + "/deployed-form"),
                        flower.rest().get("/engine-rest/task/" + task + "/form"),
                        flower.rest().get("/engine-rest/task/" + task + "/variables"),
                        flower.rest().get("/engine-rest/task/" + task + "/identity-links")))
                .extracting(Json.Answer::status)
                .containsOnly(403);
        assertThat(flower.claims(task).body()).contains("只能由主管办理");

        new Clerk(port, "manager").claims(task).is(204);
        new Clerk(port, "manager").completes(task, UNDELIVERABLE).is(204);
    }

    @Test
    void anotherDeskFindsReadsAndCompletesItsTaskWithoutARightForIt() throws IOException {
        var task = firstTaskOf("finance");
        var finance = new Clerk(port, "finance");

        assertThat(finance.asks("/task?candidateGroup=finance").toString()).contains(task);
        assertThat(finance.card(task).is(200).text("/order/value")).contains("case-card");
        finance.claims(task).is(204);
        assertThat(Json.at(port)
                        .as("admin", "admin")
                        .get("/engine-rest/authorization/count?resourceType=7&resourceId=" + task)
                        .text("/count"))
                .isEqualTo("0");
        finance.completes(task, UNDELIVERABLE).is(204);
    }

    @Test
    void aDeskWithOneTaskInAProcessReadsNoOtherCaseOfIt() throws IOException {
        var theirs = paidOrder();
        new Clerk(port, "flower").awaitsTask(theirs);
        firstTaskOf("finance");

        var cards = "/engine-rest/variable-instance?variableName=order&deserializeValues=false";

        assertThat(Json.at(port).as("admin", "admin").get(cards).is(200).body()).contains(theirs);
        assertThat(new Clerk(port, "finance").rest().get(cards).is(200).body()).doesNotContain(theirs);
    }

    @Test
    void anAdministratorHelpsOut() throws IOException {
        new Clerk(port, "admin")
                .completes(firstTaskOf("managers"), UNDELIVERABLE)
                .is(204);
    }

    @Test
    void aManagerHandsATaskToOneOfItsCandidatesOnly() {
        var orderNo = paidOrder();
        var task = new Clerk(port, "flower").awaitsTask(orderNo).get("id").asText();
        var manager = Json.at(port).as("manager", "manager");
        var told = "任务“美团下单”只能交给鲜花台的人，topup 不在其中";

        var answers = List.of(
                manager.post("/engine-rest/task/" + task + "/assignee", Map.of("userId", "topup")),
                manager.post("/engine-rest/task/" + task + "/delegate", Map.of("userId", "topup")),
                manager.put("/engine-rest/task/" + task, Map.of("name", "美团下单", "assignee", "topup")));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).contains(told);
        });
        manager.post("/engine-rest/task/" + task + "/assignee", Map.of("userId", "flower"))
                .is(204);
    }

    /** @param group whose the purchase is from now on */
    private String firstTaskOf(String group) throws IOException {
        var diagram = Files.readString(Path.of("processes", "FlowerOrderProcess.bpmn"));
        repository
                .createDeployment()
                .source("test")
                .addString(
                        "FlowerOrderProcess.bpmn",
                        diagram.replaceFirst(DESK, "camunda:candidateGroups=\"" + group + "\""))
                .deploy();
        return new Clerk(port, "manager").awaitsTask(paidOrder()).get("id").asText();
    }

    private String paidOrder() {
        var customer = MiniProgram.of(port, "137%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
        var orderNo = customer.placesFlowers();
        customer.pays(orderNo);
        return orderNo;
    }
}
