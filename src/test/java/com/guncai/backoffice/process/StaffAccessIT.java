package com.guncai.backoffice.process;

import static java.net.http.HttpResponse.BodyHandlers.discarding;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.guncai.backoffice.journey.Clerk;
import com.guncai.backoffice.journey.MiniProgram;
import com.guncai.backoffice.testing.BackofficeTest;
import com.guncai.backoffice.testing.Json;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who gets in where: nothing of the engine without a login, and each clerk at the own desk only. */
@BackofficeTest
class StaffAccessIT {
    private static final String ADMINISTRATORS = StaffGroup.ADMINISTRATORS.id();

    @LocalServerPort
    int port;

    MiniProgram customer;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest",
                "/engine-rest/engine",
                "/engine-rest/task",
                "/engine-rest/process-definition",
                "/engine-rest/deployment",
                "/engine-rest/engine/default/task",
                "/engine-rest//task",
                "/engine%2Drest/task",
                "/camunda/%61pi/engine/engine/default/user",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/engine/engine/default/user",
                "/camunda/api/cockpit/plugin/base/default/process-definition/statistics",
                "/actuator/prometheus"
            })
    void nothingWithoutALogin(String path) {
        assertThat(Json.at(port).get(path).status()).isIn(400, 401, 403);
        assertThat(Json.at(port).as("nobody", "wrong").get(path).status()).isIn(400, 401, 403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/h2-console", "/actuator/env", "/actuator/heapdump", "/data/backoffice.mv.db", "/WEB-INF/x"})
    void whatNobodyNeedsIsClosed(String path) {
        assertThat(Json.at(port).as("admin", "admin").get(path).status()).isIn(403, 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/%61dmin/%73etup/default/user/create",
                "/camunda/%61pi/admin/setup/default/user/create"
            })
    void nobodyMakesTheFirstAdministratorOverTheWeb(String path, @Autowired IdentityService identity) throws Exception {
        var administrators =
                identity.createUserQuery().memberOfGroup(ADMINISTRATORS).list();
        assertThat(administrators).isNotEmpty();
        administrators.forEach(user -> identity.deleteMembership(user.getId(), ADMINISTRATORS));
        try {
            assertThat(asksForAnAccount(path)).isIn(401, 403);
            assertThat(identity.createUserQuery().userId("first").count()).isZero();
        } finally {
            administrators.forEach(user -> identity.createMembership(user.getId(), ADMINISTRATORS));
        }
    }

    /** As Camunda's own page does it, its token against foreign pages included. */
    private int asksForAnAccount(String path) throws IOException, InterruptedException {
        var cookies = new CookieManager();
        var browser = HttpClient.newBuilder().cookieHandler(cookies).build();
        var server = URI.create("http://127.0.0.1:" + port);
        browser.send(
                HttpRequest.newBuilder(server.resolve("/camunda/app/admin/default/"))
                        .build(),
                discarding());
        var token = cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .findFirst()
                .orElseThrow();
        var account =
                """
                {"profile":{"id":"first","firstName":"F","lastName":"F","email":""},"credentials":{"password":"Fir5t!First"}}""";
        var request = HttpRequest.newBuilder(URI.create(server + path))
                .header("X-XSRF-TOKEN", token.getValue())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(account));
        return browser.send(request.build(), discarding()).statusCode();
    }

    @Test
    void aClerkSeesAndCompletesOnlyTheTasksOfTheOwnDesk() {
        var orderNo = paidOrder();
        var task =
                new Clerk(port, "flower").task(orderNo).orElseThrow().get("id").asText();

        var stranger = new Clerk(port, "topup");
        assertThat(stranger.task(orderNo)).isEmpty();
        assertThat(stranger.card(task).status()).isIn(403, 404);
        assertThat(stranger.claims(task).status()).isEqualTo(403);
        assertThat(stranger.completes(task, Map.of("shopFound", false, "undeliverableReason", "x"))
                        .status())
                .isEqualTo(403);
        assertThat(new Clerk(port, "flower").task(orderNo))
                .as("nothing changed")
                .isPresent();
    }

    @Test
    void theListSaysBesideEachTaskWhatItIsAbout() {
        var orderNo = paidOrder();

        var listed = list("flower").at("/_embedded/task").findParents("variable").stream()
                .map(task -> task.get("variable").findValuesAsText("value"))
                .filter(values -> values.contains(orderNo))
                .toList();

        assertThat(listed).singleElement().satisfies(values -> assertThat(values)
                .anyMatch(value -> value.matches("南宁 .*10:00 红玫瑰 11 枝")));
        assertThat(list("topup").toString()).doesNotContain(orderNo);
    }

    @Test
    void aDeskReadsNoCasesOfAnother() {
        var orderNo = paidOrder();
        var cases = "/engine-rest/variable-instance?variableName=orderNo&variableValues=orderNo_eq_" + orderNo;

        assertThat(Json.at(port).as("flower", "flower").get(cases).json()).isNotEmpty();
        assertThat(Json.at(port).as("topup", "topup").get(cases).json()).isEmpty();
        assertThat(Json.at(port).as("finance", "finance").get(cases).json()).isEmpty();
    }

    /** Service tasks trust the number of the case: who could change it would decide another's refund. */
    @Test
    void aFormAnswersNoCaseNumber() {
        var mine = refundOf(paidOrder());
        var others = refundOf(paidOrder());
        var clerk = new Clerk(port, "service");
        var task = clerk.refundTask(mine).orElseThrow().get("id").asText();
        var answers = Map.of("refundApproved", true, "refundNo", refundNo(others), "orderNo", others);

        var refused = List.of(
                clerk.completes(task, answers),
                clerk.rest()
                        .post(
                                "/engine-rest/task/" + task + "/complete",
                                Map.of("variables", Map.of("orderNo", Map.of("value", others)))),
                clerk.rest()
                        .post(
                                "/engine-rest/task/" + task + "/resolve",
                                Map.of("variables", Map.of("refundNo", Map.of("value", refundNo(others))))));

        assertThat(refused).allSatisfy(answer -> {
            assertThat(answer.status()).isGreaterThanOrEqualTo(400);
            assertThat(answer.body()).contains("表单不能修改单号");
        });
        assertThat(clerk.refundTask(mine)).isPresent();
        assertThat(clerk.refundTask(others)).isPresent();
    }

    @Test
    void aTaskEndsByItsFormOnly() {
        var orderNo = paidOrder();
        var clerk = new Clerk(port, "flower");
        var task = clerk.task(orderNo).orElseThrow().get("id").asText();
        clerk.claims(task).is(204);

        for (var end : List.of("bpmnError", "bpmnEscalation")) {
            assertThat(clerk.rest()
                            .post(
                                    "/engine-rest/task/" + task + "/" + end,
                                    Map.of("errorCode", "x", "escalationCode", "x"))
                            .status())
                    .isIn(400, 403);
        }
        assertThat(clerk.rest()
                        .post("/engine-rest/task/" + task + "/variables/orderNo", Map.of("value", "x"))
                        .status())
                .isGreaterThanOrEqualTo(400);
        assertThat(clerk.task(orderNo)).isPresent();
    }

    private String refundOf(String orderNo) {
        customer.asksForRefund(orderNo, "不想要了").is(202);
        return orderNo;
    }

    private String refundNo(String orderNo) {
        return Json.at(port)
                .as("service", "service")
                .get("/engine-rest/process-instance?processDefinitionKey=RefundProcess&variables=orderNo_eq_" + orderNo)
                .is(200)
                .text("/0/businessKey");
    }

    /** What Tasklist asks for to show 待认领. */
    private JsonNode list(String user) {
        var clerk = Json.at(port).as(user, user);
        var filter = StreamSupport.stream(
                        clerk.get("/engine-rest/filter").is(200).json().spliterator(), false)
                .filter(each -> each.get("name").asText().equals("待认领"))
                .findFirst()
                .orElseThrow();
        return clerk.with("Accept", "application/hal+json")
                .get("/engine-rest/filter/" + filter.get("id").asText() + "/list?maxResults=1000")
                .is(200)
                .json();
    }

    @Test
    void aClerkCannotStartOrDeployProcesses() {
        var clerk = Json.at(port).as("flower", "flower");

        assertThat(clerk.post("/engine-rest/process-definition/key/FlowerOrderProcess/start", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(clerk.get("/engine-rest/deployment").json()).isEmpty();
        assertThat(clerk.get("/engine-rest/user").json()).hasSizeLessThanOrEqualTo(1);
    }

    private String paidOrder() {
        customer = MiniProgram.of(port, "134%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
        var orderNo = customer.placesFlowers();
        customer.pays(orderNo);
        return orderNo;
    }
}
