package com.guncai.backoffice.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.guncai.backoffice.journey.Clerk;
import com.guncai.backoffice.journey.MiniProgram;
import com.guncai.backoffice.testing.BackofficeTest;
import com.guncai.backoffice.testing.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a clerk may do with tasks: those of the own desk, by their forms, and nothing that decides somebody else's case. */
@BackofficeTest
class ClerkRightsIT {
    @LocalServerPort
    int port;

    MiniProgram customer;

    @Test
    void aClerkSeesAndCompletesOnlyTheTasksOfTheOwnDesk() {
        var orderNo = paidOrder();
        var task = new Clerk(port, "flower").awaitsTask(orderNo).get("id").asText();

        var stranger = new Clerk(port, "topup");
        assertThat(stranger.task(orderNo)).isEmpty();
        assertThat(stranger.card(task).status()).isIn(403, 404);
        assertThat(stranger.claims(task).status()).isEqualTo(403);
        assertThat(stranger.completes(task, Map.of("shopFound", false, "undeliverableReason", "x"))
                        .status())
                .isEqualTo(403);
        assertThat(new Clerk(port, "flower").awaitsTask(orderNo))
                .as("nothing changed")
                .isNotNull();
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
        var task = clerk.awaitsTask(orderNo).get("id").asText();
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
        assertThat(clerk.awaitsTask(orderNo)).isNotNull();
    }

    @Test
    void aClerkGivesBackTheOwnTaskOnly() {
        var task = new Clerk(port, "flower").awaitsTask(paidOrder()).get("id").asText();
        var clerk = new Clerk(port, "flower");
        clerk.claims(task).is(204);

        assertThat(unclaims("topup", task)).isEqualTo(403);
        assertThat(unclaims("flower", task)).isEqualTo(204);
        assertThat(unclaims("flower", task)).as("nobody's now").isEqualTo(403);
    }

    @Test
    void aManagerHandsATaskToSomebodyWhoIsThere() {
        var task = new Clerk(port, "flower").awaitsTask(paidOrder()).get("id").asText();
        var manager = Json.at(port).as("manager", "manager");
        var assignee = "/engine-rest/task/" + task + "/assignee";

        assertThat(manager.post(assignee, Map.of("userId", "nobody")).body()).contains("没有用户 nobody");
        manager.post(assignee, Map.of("userId", "flower")).is(204);
        assertThat(new Clerk(port, "flower")
                        .rest()
                        .post(assignee, Map.of("userId", "topup"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aClerkNotesAndReadsWhatHappenedWithoutFindingWhomItWasAbout() {
        var orderNo = paidOrder();
        var clerk = new Clerk(port, "flower");
        var task = clerk.awaitsTask(orderNo).get("id").asText();

        clerk.rest()
                .post("/engine-rest/task/" + task + "/comment/create", Map.of("message", "花店说要晚一点"))
                .is(200);

        assertThat(clerk.card(task).is(200).body())
                .as("a note of the order, which the engine does not keep")
                .contains("花店说要晚一点");
        assertThat(clerk.rest().get("/engine-rest/history/task?taskId=" + task).body())
                .contains(task);
        assertThat(clerk.rest()
                        .get("/engine-rest/history/variable-instance?maxResults=2000")
                        .body())
                .contains(orderNo)
                .doesNotContain("收花人甲", "100 号 8 栋 1201");
    }

    /** Joining the list with a right a task is what made it slow. */
    @Test
    void noTaskNeedsARightOfItsOwn() {
        var task = new Clerk(port, "flower").awaitsTask(paidOrder()).get("id").asText();
        var refund = new Clerk(port, "service")
                .refundTask(refundOf(paidOrder()))
                .orElseThrow()
                .get("id")
                .asText();

        assertThat(rightsFor(task)).isZero();
        assertThat(rightsFor(refund)).isZero();
        new Clerk(port, "service").claims(refund).is(204);
        assertThat(rightsFor(refund)).as("claimed").isZero();
    }

    private int rightsFor(String task) {
        return Json.at(port)
                .as("admin", "admin")
                .get("/engine-rest/authorization/count?resourceType=7&resourceId=" + task)
                .is(200)
                .json()
                .get("count")
                .asInt();
    }

    private int unclaims(String user, String task) {
        return Json.at(port)
                .as(user, user)
                .post("/engine-rest/task/" + task + "/unclaim")
                .status();
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

    private String paidOrder() {
        customer = MiniProgram.of(port, "134%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
        var orderNo = customer.placesFlowers();
        customer.pays(orderNo);
        new Clerk(port, "flower").awaitsTask(orderNo);
        return orderNo;
    }
}
