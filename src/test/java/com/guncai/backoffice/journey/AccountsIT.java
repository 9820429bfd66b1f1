package com.guncai.backoffice.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.testing.BackofficeTest;
import com.guncai.backoffice.testing.Json;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Accounts and sessions: nobody deletes the own account, and what somebody may no longer do ends at once. */
@BackofficeTest
class AccountsIT {
    private static final String TASKS = "/camunda/api/engine/engine/default/task";

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identity;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    @Test
    void nobodyDeletesTheOwnAccount() {
        for (var user : List.of("flower", "manager", "admin")) {
            var refused = Json.at(port).as(user, user).delete("/engine-rest/user/" + user);

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body()).contains("不能删除自己的账号");
            assertThat(identity.createUserQuery().userId(user).count()).isOne();
        }
    }

    @Test
    void aSessionEndsWithAnotherPassword() throws Exception {
        signIn("clerkOfPasswords");

        var user = identity.createUserQuery().userId("clerkOfPasswords").singleResult();
        user.setPassword("another");
        identity.saveUser(user);

        assertThat(status(TASKS)).isEqualTo(401);
        assertThat(status(TASKS)).as("for good").isEqualTo(401);
    }

    @Test
    void aSessionEndsWhenItsUserLeavesAGroup() throws Exception {
        signIn("clerkOfGroups");

        identity.deleteMembership("clerkOfGroups", "flower-desk");

        assertThat(status(TASKS)).isEqualTo(401);
    }

    @Test
    void aSessionEndsWithItsUser() throws Exception {
        signIn("clerkOfToday");

        identity.deleteUser("clerkOfToday");

        assertThat(status(TASKS)).isEqualTo(401);
        assertThat(status("/staff/api/products")).isEqualTo(401);
    }

    @Test
    void noBrowserKeepsWhatTheEngineAnswers() throws Exception {
        signIn("clerkOfCaches");

        assertThat(get(TASKS).headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(basic("/engine-rest/task").headers().allValues("Cache-Control"))
                .containsExactly("no-store");
        assertThat(basic("/engine-rest/task/none").headers().allValues("Cache-Control"))
                .containsExactly("no-store");
    }

    @Test
    void whoSignedOutIsSignedOut() {
        var customer = MiniProgram.of(port, "13688880001");
        var elsewhere = customer.signsInAgain();

        customer.api().delete("/api/v1/sessions/current").is(204);

        assertThat(customer.api().get("/api/v1/orders").is(401).text("/code")).isEqualTo("TOKEN_INVALID");
        assertThat(customer.api().delete("/api/v1/sessions/current").status()).isEqualTo(401);
        elsewhere.api().get("/api/v1/orders").is(200);
    }

    /** Finance transfers by hand what WeChat could not; a wish that nobody decided yet is none of its business. */
    @Test
    void financeReadsNoPhoneInARefundThatIsNotDecided() {
        var customer = MiniProgram.of(port, "13688880002");
        var orderNo = customer.placesFlowers();
        customer.pays(orderNo);
        new Clerk(port, "flower").awaitsTask(orderNo);
        customer.asksForRefund(orderNo, "不想要了").is(202);
        var task = new Clerk(port, "service").refundTask(orderNo).orElseThrow();
        var variables = "/variable-instance?variableName=order&processInstanceIdIn="
                + task.get("processInstanceId").asText();

        assertThat(new Clerk(port, "service").card(task.get("id").asText()).body())
                .contains("13688880002");
        assertThat(new Clerk(port, "finance").asks(variables).toString()).doesNotContain("13688880002");
    }

    @Test
    void whatBreaksIsToldByANumberAndNotByAnExpression() {
        var broken = Json.at(port)
                .as("admin", "admin")
                .post("/engine-rest/task", Map.of("assigneeExpression", "${nobody.knows()}"));

        assertThat(broken.body()).doesNotContain("nobody.knows", "Exception:");
    }

    private void signIn(String name) throws Exception {
        var user = identity.newUser(name);
        user.setPassword("first");
        identity.saveUser(user);
        identity.createMembership(name, "flower-desk");
        get("/camunda/app/tasklist/default/");
        var login = request("/camunda/api/admin/auth/user/default/login/tasklist")
                .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + name + "&password=first"));
        assertThat(browser.send(login.build(), BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
        assertThat(status(TASKS)).isEqualTo(200);
    }

    private int status(String path) throws Exception {
        return get(path).statusCode();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> basic(String path) throws IOException, InterruptedException {
        var credentials = Base64.getEncoder().encodeToString("flower:flower".getBytes(StandardCharsets.UTF_8));
        return browser.send(
                request(path).header("Authorization", "Basic " + credentials).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
    }
}
