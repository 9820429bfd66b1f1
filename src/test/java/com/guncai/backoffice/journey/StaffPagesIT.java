package com.guncai.backoffice.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.testing.BackofficeTest;
import java.io.ByteArrayInputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages beside the Tasklist: for who is signed in there and belongs to a desk that works with coupons. */
@BackofficeTest
class StaffPagesIT {
    @LocalServerPort
    int port;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    @ParameterizedTest
    @ValueSource(strings = {"/staff/batches", "/staff/batches.html", "/staff/batches.js"})
    void whoeverIsNotSignedInIsSentToTheTasklist(String page) throws Exception {
        var answer = get(page);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/camunda/app/tasklist/default/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/staff/api/batches",
                "/staff/api/stock",
                "/staff/api/products",
                "/staff/api/templates/issue.xlsx",
                "/staff/api/batches/1/rows.xlsx"
            })
    void dataIsForNobodyWhoIsNotSignedIn(String data) throws Exception {
        assertThat(get(data).statusCode()).isEqualTo(401);
    }

    @Test
    void otherDesksHaveNoBusinessThere() throws Exception {
        signIn("flower");

        assertThat(get("/staff/batches").statusCode()).isEqualTo(403);
        assertThat(get("/staff/api/batches").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"coupon", "manager"})
    void whoWorksWithCouponsSeesThem(String user) throws Exception {
        signIn(user);

        assertThat(get("/staff/batches").body()).contains("券码与批次");
        assertThat(get("/staff/api/stock").body()).contains("30 元电影代金券");
        assertThat(get("/staff/api/batches").statusCode()).isEqualTo(200);
    }

    @Test
    void nothingIsChangedThere() throws Exception {
        signIn("coupon");

        var post = request("/staff/api/batches").POST(BodyPublishers.noBody()).build();
        assertThat(browser.send(post, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
    }

    @Test
    void aTemplateIsFilledInAndHandedInAsItIs() throws Exception {
        signIn("coupon");
        var template = browser.send(request("/staff/api/templates/import.xlsx").build(), BodyHandlers.ofByteArray());
        assertThat(template.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("attachment");
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(template.body()))) {
            assertThat(workbook.getSheetAt(0).getColumnStyle(0).getDataFormatString())
                    .as("a column of text, so that no spreadsheet makes numbers of it")
                    .isEqualTo("@");
        }

        var fields = Map.of("couponProduct", "movie-30", "boughtBy", "滚财");
        var started = new Clerk(port, "coupon")
                .rest()
                .post(
                        "/engine-rest/process-definition/key/CouponImportProcess/submit-form",
                        Files.form("模板.xlsx", template.body(), fields));
        assertThat(started.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/engine-rest/process-definition/key/CouponIssueProcess/submit-form", "/camunda/api/engine/"})
    void whatIsFarTooLargeGetsAClearAnswer(String path) throws Exception {
        var request = request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(new byte[50 << 20]))
                .build();

        var answer = browser.send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("文件超过 10 MB");
    }

    private void signIn(String user) throws Exception {
        get("/camunda/app/tasklist/default/");
        var token = cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .findFirst()
                .orElseThrow()
                .getValue();
        var login = request("/camunda/api/admin/auth/user/default/login/tasklist")
                .header("X-XSRF-TOKEN", token)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + user + "&password=" + user))
                .build();
        assertThat(browser.send(login, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }
}
