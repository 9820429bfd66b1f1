package com.guncai.backoffice.staff;

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
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A start with a file of 50 MB, as a program sends it. */
@BackofficeTest
class UploadLimitIT {
    private static final byte[] BODY = ("{\"variables\":{\"file\":{\"type\":\"File\",\"value\":\""
                    + "QUJD".repeat(17 << 20) + "\",\"valueInfo\":{\"filename\":\"x.csv\"}}}}")
            .getBytes(StandardCharsets.US_ASCII);

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isRefusedInAClearSentenceWhetherItSaysHowLongItIsOrNot(boolean says) throws Exception {
        var body = says
                ? BodyPublishers.ofByteArray(BODY)
                : BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(BODY));

        var answer = post("/engine-rest/process-definition/key/CouponIssueProcess/submit-form", body);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(answer.body())
                .isEqualTo("{\"type\":\"RequestTooLarge\",\"message\":\"文件超过 10 MB，请只保留需要的列，或分成几个文件\"}");
    }

    private HttpResponse<String> post(String path, BodyPublisher body) throws Exception {
        var basic = Base64.getEncoder().encodeToString("coupon:coupon".getBytes(StandardCharsets.UTF_8));
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .header("Authorization", "Basic " + basic)
                                .header("Content-Type", "application/json")
                                .POST(body)
                                .build(),
                        BodyHandlers.ofString());
    }
}
