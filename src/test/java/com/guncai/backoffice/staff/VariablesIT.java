package com.guncai.backoffice.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.journey.Clerk;
import com.guncai.backoffice.journey.MiniProgram;
import com.guncai.backoffice.testing.BackofficeTest;
import com.guncai.backoffice.testing.Json;
import com.guncai.backoffice.testing.Json.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A form answers what it asks; nothing else sets a variable, by whatever call and whoever calls. */
@BackofficeTest
class VariablesIT {
    private static final Map<String, Object> FORGED = Map.of("payment", Map.of("value", "x"));

    @LocalServerPort
    int port;

    @Test
    void aClerkAnswersNoOtherForm() {
        var orderNo = paidOrder();
        var clerk = new Clerk(port, "flower");
        var task = clerk.awaitsTask(orderNo).get("id").asText();
        var found = Map.of("shopFound", false, "undeliverableReason", "超出配送范围");

        for (var forged : List.of("payment", "transferred", "deliveryNote", "refundApproved")) {
            var answers = new HashMap<String, Object>(found);
            answers.put(forged, "x");
            var variables = new HashMap<String, Object>();
            answers.forEach((name, value) -> variables.put(name, Map.of("value", value)));

            for (var end : List.of("submit-form", "complete", "resolve")) {
                var answer = clerk.rest().post("/engine-rest/task/" + task + "/" + end, Map.of("variables", variables));
                assertThat(answer.status()).as(end + " " + answer.body()).isEqualTo(400);
                assertThat(answer.body()).contains("表单没有这些内容：" + forged);
            }
        }
        clerk.completes(task, found).is(204);
    }

    /** Administrators have every right that the engine knows. */
    @Test
    void nobodySetsVariablesPastAForm() {
        var orderNo = paidOrder();
        var task = new Clerk(port, "flower").awaitsTask(orderNo);
        var ofTask = "/engine-rest/task/" + task.get("id").asText();
        var instance = task.get("processInstanceId").asText();
        var ofInstance = "/engine-rest/process-instance/" + instance;
        var ofExecution = "/engine-rest/execution/" + task.get("executionId").asText();
        var modifications = Map.of("modifications", FORGED);
        var value = Map.of("value", "x");
        var before = Map.of(
                "type",
                "startBeforeActivity",
                "activityId",
                "Task_TellDesk",
                "variables",
                Map.of("payment", Map.of("value", "x", "local", false)));

        for (var user : List.of("flower", "manager", "admin")) {
            var staff = Json.at(port).as(user, user);
            var refused = List.<Answer>of(
                    staff.put(ofTask + "/variables/payment", value),
                    staff.post(ofTask + "/variables", modifications),
                    staff.put(ofTask + "/localVariables/payment", value),
                    staff.post(ofTask + "/localVariables", modifications),
                    staff.delete(ofTask + "/variables/orderNo"),
                    staff.put(ofInstance + "/variables/payment", value),
                    staff.post(ofInstance + "/variables", modifications),
                    staff.delete(ofInstance + "/variables/orderNo"),
                    staff.post(ofInstance + "/modification", Map.of("instructions", List.of(before))),
                    staff.post(ofInstance + "/modification-async", Map.of("instructions", List.of(before))),
                    staff.put(ofExecution + "/localVariables/payment", value),
                    staff.post(ofExecution + "/localVariables", modifications),
                    staff.post(ofExecution + "/signal", Map.of("variables", FORGED)),
                    staff.post(
                            "/engine-rest/process-instance/variables-async",
                            Map.of("processInstanceIds", List.of(instance), "variables", FORGED)),
                    staff.post(
                            "/engine-rest/message",
                            Map.of("messageName", "OrderRefunded", "businessKey", orderNo, "processVariables", FORGED)),
                    staff.post(
                            "/engine-rest/process-instance/message-async",
                            Map.of(
                                    "messageName",
                                    "OrderRefunded",
                                    "processInstanceIds",
                                    List.of(instance),
                                    "variables",
                                    FORGED)),
                    staff.post("/engine-rest/signal", Map.of("name", "x", "variables", FORGED)),
                    staff.post(
                            "/engine-rest/process-definition/key/FlowerOrderProcess/start",
                            Map.of("variables", FORGED)),
                    staff.post(
                            "/engine-rest/process-definition/key/CouponImportProcess/submit-form",
                            Map.of("variables", FORGED)));

            assertThat(refused).allSatisfy(answer -> assertThat(answer.status())
                    .as(user + ": " + answer.body())
                    .isIn(400, 403));
            if (user.equals("admin")) {
                assertThat(refused).allSatisfy(answer -> assertThat(answer.body())
                        .containsAnyOf("变量只能通过表单填写", "表单没有这些内容：payment"));
            }
        }
        assertThat(new Clerk(port, "flower")
                        .asks("/variable-instance?processInstanceIdIn=" + instance)
                        .findValuesAsText("name"))
                .contains("orderNo")
                .doesNotContain("payment");
    }

    private String paidOrder() {
        var customer = MiniProgram.of(port, "134%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
        var orderNo = customer.placesFlowers();
        customer.pays(orderNo);
        return orderNo;
    }
}
