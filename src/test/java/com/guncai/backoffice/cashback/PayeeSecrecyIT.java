package com.guncai.backoffice.cashback;

import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.journey.Clerk;
import com.guncai.backoffice.testing.BackofficeTest;
import com.guncai.backoffice.testing.Json;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who may read the payee of a claim, by whichever way the engine has, and that each look is recorded. */
@BackofficeTest
class PayeeSecrecyIT {
    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    IdentityService identity;

    Claimant customer;
    String orderNo;
    String task;
    String instance;

    @BeforeEach
    void aTransferIsDue() {
        customer = new Claimant(port);
        orderNo = customer.claims();
        approves("review");
        var open = new Clerk(port, "finance").task(orderNo).orElseThrow();
        task = open.get("id").asText();
        instance = open.get("processInstanceId").asText();
    }

    @Test
    void nobodyElseFindsThePayeeByAnyWayOfTheEngine() {
        for (var user : List.of("review", "service", "manager", "admin", "coupon", "flower")) {
            for (var way : ways()) {
                assertThat(Json.at(port).as(user, user).get(way).body())
                        .as("%s at %s", user, way)
                        .doesNotContain(Claimant.CARD, Claimant.NAME, "13900000003");
            }
        }
        assertThat(looks()).isEmpty();
    }

    @Test
    void eachLookOfFinanceIsRecordedAndNothingElse() {
        var finance = new Clerk(port, "finance");
        finance.claims(task).is(204);
        assertThat(looks()).as("neither the list nor the claim is a look").isEmpty();

        assertThat(finance.card(task).text("/order/value")).contains(Claimant.CARD, Claimant.NAME);
        assertThat(looks()).containsExactly("finance");
        finance.card(task);
        assertThat(looks()).containsExactly("finance", "finance");

        finance.completes(task, Map.of("transferred", true, "transferNo", "N" + orderNo))
                .is(204);
        assertThat(looks()).as("completing is no look").hasSize(2);
    }

    @Test
    void customerServiceReadsPhonesAndReviewersDoNot() {
        var finance = new Clerk(port, "finance");
        finance.completes(task, Map.of("transferred", false, "failureReason", "账号不存在"))
                .is(204);
        Json.at(port).post("/sandbox/clock", Map.of("advance", "P3DT1H")).is(200);
        org.awaitility.Awaitility.await().untilAsserted(() -> assertThat(new Clerk(port, "service").task(orderNo))
                .isPresent());
        var call =
                new Clerk(port, "service").task(orderNo).orElseThrow().get("id").asText();

        assertThat(new Clerk(port, "service").card(call).text("/order/value"))
                .contains("13900000003", customer.phone().phone(), "账号不存在")
                .doesNotContain(Claimant.CARD, Claimant.NAME);
        for (var user : List.of("review", "finance", "manager")) {
            assertThat(Json.at(port)
                            .as(user, user)
                            .get("/engine-rest/variable-instance?processInstanceIdIn=" + instance)
                            .body())
                    .doesNotContain("13900000003", customer.phone().phone());
        }
    }

    @Test
    void whoReviewedNeitherTakesTheTransferNorSeesThePayee() {
        var both = "both" + System.nanoTime();
        var user = identity.newUser(both);
        user.setFirstName("演示");
        user.setLastName("两岗");
        user.setPassword(both);
        identity.saveUser(user);
        identity.createMembership(both, "review-desk");
        identity.createMembership(both, "finance");
        orderNo = customer.claims();
        approves(both);
        var clerk = new Clerk(port, both);
        var transfer = clerk.task(orderNo).orElseThrow().get("id").asText();

        var claimed = clerk.claims(transfer);
        var completed = clerk.completes(transfer, Map.of("transferred", true, "transferNo", "N" + orderNo));
        var given = Json.at(port)
                .as("manager", "manager")
                .post("/engine-rest/task/" + transfer + "/assignee", Map.of("userId", both));

        assertThat(List.of(claimed, completed, given)).allSatisfy(answer -> {
            assertThat(answer.status()).isGreaterThanOrEqualTo(400);
            assertThat(answer.body()).contains(Transfers.FOUR_EYES);
        });
        assertThat(clerk.card(transfer).text("/order/value")).doesNotContain(Claimant.CARD, Claimant.NAME);
        assertThat(looks()).isEmpty();
        assertThat(customer.phone().status(orderNo)).isEqualTo("ACCEPTED");
    }

    private void approves(String user) {
        var clerk = new Clerk(port, user);
        clerk.completes(clerk.task(orderNo).orElseThrow().get("id").asText(), Map.of("approved", true))
                .is(204);
    }

    private List<String> ways() {
        var execution = Json.at(port)
                .as("admin", "admin")
                .get("/engine-rest/task/" + task)
                .text("/executionId");
        var variables = Json.at(port)
                .as("admin", "admin")
                .get("/engine-rest/variable-instance?variableName=order&processInstanceIdIn=" + instance)
                .text("/0/id");
        return List.of(
                "/engine-rest/task/" + task + "/form-variables",
                "/engine-rest/task/" + task + "/form-variables?deserializeValues=false",
                "/engine-rest/task/" + task + "/variables",
                "/engine-rest/task/" + task + "/localVariables",
                "/engine-rest/task/" + task + "/localVariables/order",
                "/engine-rest/task/" + task + "/variables/order?deserializeValue=false",
                "/engine-rest/task/" + task + "/rendered-form",
                "/engine-rest/process-instance/" + instance + "/variables",
                "/engine-rest/execution/" + execution + "/localVariables",
                "/engine-rest/variable-instance?processInstanceIdIn=" + instance,
                "/engine-rest/variable-instance?deserializeValues=false&processInstanceIdIn=" + instance,
                "/engine-rest/variable-instance/" + variables,
                "/engine-rest/history/variable-instance?processInstanceId=" + instance,
                "/engine-rest/history/detail?processInstanceId=" + instance);
    }

    private List<String> looks() {
        return jdbc.queryForList("select who from payee_view where order_no = ? order by id", String.class, orderNo);
    }
}
