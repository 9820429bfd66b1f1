package com.guncai.backoffice.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.testing.BackofficeTest;
import com.guncai.backoffice.testing.Json;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A browser in which a clerk is signed in to Tasklist and somebody plays the customer beside it. */
@BackofficeTest
class StaffSessionIT {
    private static final String FILTERS = "/camunda/api/engine/engine/default/filter?firstResult=0";

    @LocalServerPort
    int port;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    @BeforeEach
    void signIn() throws Exception {
        send(request("/camunda/app/tasklist/default/"));
        var login = request("/camunda/api/admin/auth/user/default/login/tasklist")
                .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=flower&password=flower"));
        assertThat(send(login).statusCode()).isEqualTo(200);
        assertThat(send(request(FILTERS)).statusCode()).isEqualTo(200);
    }

    @Test
    void callsOfTheCustomerApiLeaveTheClerkSignedIn() throws Exception {
        var session = cookie("JSESSIONID");
        var phone = Json.at(port);
        var loginCode = phone.post("/sandbox/wechat/users", Map.of()).text("/loginCode");
        var token =
                phone.post("/api/v1/sessions", Map.of("loginCode", loginCode)).text("/accessToken");

        var orders = send(request("/api/v1/orders").header("Authorization", "Bearer " + token));

        assertThat(orders.statusCode()).isEqualTo(200);
        assertThat(cookie("JSESSIONID")).isEqualTo(session);
        assertThat(send(request(FILTERS)).statusCode()).isEqualTo(200);
    }

    @Test
    void callsOfTheEngineRestApiLeaveTheClerkSignedIn() throws Exception {
        var session = cookie("JSESSIONID");
        var basic = Base64.getEncoder().encodeToString("manager:manager".getBytes());

        var engines = send(request("/engine-rest/engine").header("Authorization", "Basic " + basic));

        assertThat(engines.statusCode()).isEqualTo(200);
        assertThat(cookie("JSESSIONID")).isEqualTo(session);
        assertThat(send(request(FILTERS)).statusCode()).isEqualTo(200);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getValue();
    }
}
