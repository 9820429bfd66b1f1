package com.guncai.backoffice.bodylimit;

import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.testing.BackofficeTest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is too long is refused in the words of each API, whether it says how long it is or not; what just fits is read. */
@BackofficeTest
class BodyLimitIT {
    private static final int JSON = 64 * 1024;
    private static final String START = "/engine-rest/process-definition/key/CouponIssueProcess/submit-form";

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aStartWithAFileOf50MegabytesIsRefusedInTheEnginesForm(boolean says) throws Exception {
        var body = "{\"variables\":{\"file\":{\"type\":\"File\",\"value\":\"" + "QUJD".repeat(17 << 20)
                + "\",\"valueInfo\":{\"filename\":\"x.csv\"}}}}";

        var answer = post(START, body, says);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(answer.body())
                .isEqualTo("{\"type\":\"RequestTooLarge\",\"message\":\"文件超过 10 MB，请只保留需要的列，或分成几个文件\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/sessions, true",
        "/api/v1/sessions, false",
        "/callbacks/wechat-pay/payments, true",
        "/callbacks/wechat-pay/payments, false",
        "/callbacks/aliyun-sms/reports, true",
        "/callbacks/aliyun-sms/reports, false"
    })
    void aByteTooManyIsAProblemToTheApiAndTheCallbacks(String path, boolean says) throws Exception {
        var answer = post(path, json(JSON + 1), says);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"BODY_TOO_LARGE\"", "\"detail\":\"请求内容过大\"");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/sessions, true, 400",
        "/api/v1/sessions, false, 400",
        "/callbacks/wechat-pay/payments, true, 401",
        "/callbacks/wechat-pay/payments, false, 401",
        "/callbacks/aliyun-sms/reports, false, 400"
    })
    void whatJustFitsIsReadAndJudged(String path, boolean says, int status) throws Exception {
        assertThat(post(path, json(JSON), says).statusCode()).isEqualTo(status);
    }

    private static String json(int bytes) {
        return "{\"loginCode\":\"" + "x".repeat(bytes - 16) + "\"}";
    }

    private HttpResponse<String> post(String path, String text, boolean says) throws Exception {
        var basic = Base64.getEncoder().encodeToString("coupon:coupon".getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .POST(body(text.getBytes(StandardCharsets.US_ASCII), says));
        if (path.startsWith("/engine-rest")) {
            request.header("Authorization", "Basic " + basic);
        }
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request.build(), BodyHandlers.ofString());
    }

    private static BodyPublisher body(byte[] bytes, boolean says) {
        return says
                ? BodyPublishers.ofByteArray(bytes)
                : BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));
    }
}
