package com.guncai.backoffice.staff;

import static java.net.http.HttpResponse.BodyHandlers.discarding;
import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.process.StaffGroup;
import com.guncai.backoffice.testing.BackofficeTest;
import com.guncai.backoffice.testing.Json;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
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
    void aClerkCannotStartOrDeployProcesses() {
        var clerk = Json.at(port).as("flower", "flower");

        assertThat(clerk.post("/engine-rest/process-definition/key/FlowerOrderProcess/start", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(clerk.get("/engine-rest/deployment").json()).isEmpty();
        assertThat(clerk.get("/engine-rest/user").json()).hasSizeLessThanOrEqualTo(1);
    }
}
