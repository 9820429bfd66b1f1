package com.guncai.backoffice.cashback;

import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.journey.Clerk;
import com.guncai.backoffice.testing.BackofficeTest;
import com.guncai.backoffice.testing.Json;
import java.util.ArrayList;
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
        var open = new Clerk(port, "finance").awaitsTask(orderNo);
        task = open.get("id").asText();
        instance = open.get("processInstanceId").asText();
    }

    @Test
    void nobodyElseFindsThePayeeByAnyWayOfTheEngine() {
        var ways = new ArrayList<>(waysToTheCard());
        ways.addAll(waysWithoutIt());
        ways.add(details());
        for (var user : List.of("review", "service", "manager", "admin", "coupon", "flower")) {
            for (var way : ways) {
                assertThat(Json.at(port).as(user, user).get(way).body())
                        .as("%s at %s", user, way)
                        .doesNotContain(Claimant.CARD, Claimant.NAME, "13900000003");
            }
        }
        assertThat(looks()).isEmpty();

        for (var way : waysToTheCard()) {
            assertThat(Json.at(port).as("finance", "finance").get(way).is(200).body())
                    .as("it is a way: finance at %s", way)
                    .contains(Claimant.CARD, Claimant.NAME, "13900000003");
        }
        for (var way : waysWithoutIt()) {
            assertThat(Json.at(port).as("finance", "finance").get(way).is(200).body())
                    .as("finance at %s", way)
                    .contains(orderNo)
                    .doesNotContain(Claimant.CARD, Claimant.NAME, "13900000003");
        }
        assertThat(Json.at(port).as("finance", "finance").get(details()).is(200).body())
                .as("no value that a variable had is kept")
                .isEqualTo("[]");
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
        assertThat(new Clerk(port, "service").awaitsTask(orderNo)).isNotNull();
        var call = new Clerk(port, "service").awaitsTask(orderNo).get("id").asText();

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
        var transfer = clerk.awaitsTask(orderNo).get("id").asText();

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
        clerk.completes(clerk.awaitsTask(orderNo).get("id").asText(), Map.of("approved", true))
                .is(204);
    }

    private List<String> waysToTheCard() {
        var execution = "/engine-rest/execution/" + asAdmin("/engine-rest/task/" + task, "/executionId");
        var instances = "/engine-rest/variable-instance?processInstanceIdIn=" + instance;
        return List.of(
                "/engine-rest/task/" + task + "/form-variables",
                "/engine-rest/task/" + task + "/form-variables?deserializeValues=false",
                "/engine-rest/task/" + task + "/variables",
                "/engine-rest/task/" + task + "/variables/order?deserializeValue=false",
                execution + "/localVariables",
                execution + "/localVariables/order?deserializeValue=false",
                instances,
                instances + "&deserializeValues=false",
                "/engine-rest/variable-instance/" + asAdmin(instances + "&variableName=order", "/0/id"));
    }

    /** Here nobody finds it: a card is kept neither with the case nor in the history. */
    private List<String> waysWithoutIt() {
        return List.of(
                "/engine-rest/process-instance/" + instance + "/variables",
                "/engine-rest/history/variable-instance?processInstanceId=" + instance);
    }

    private String details() {
        return "/engine-rest/history/detail?processInstanceId=" + instance;
    }

    private String asAdmin(String path, String field) {
        return Json.at(port).as("admin", "admin").get(path).is(200).text(field);
    }

    private List<String> looks() {
        return jdbc.queryForList("select who from payee_view where order_no = ? order by id", String.class, orderNo);
    }
}
