package com.guncai.backoffice.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.testing.BackofficeTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
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

    @ParameterizedTest
    @ValueSource(strings = {"/staff/batches", "/staff/batches.html", "/staff/batches.js"})
    void whoeverIsNotSignedInIsSentToTheTasklist(String page) {
        var answer = StaffBrowser.ofNobody(port).opens(page);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/camunda/app/tasklist/default/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/staff/api/batches",
                "/staff/api/stock",
                "/staff/api/purchases",
                "/staff/api/products",
                "/staff/api/templates/issue.xlsx",
                "/staff/api/batches/1/rows.xlsx"
            })
    void dataIsForNobodyWhoIsNotSignedIn(String data) {
        assertThat(StaffBrowser.ofNobody(port).get(data).statusCode()).isEqualTo(401);
    }

    @Test
    void otherDesksHaveNoBusinessThere() {
        var staff = StaffBrowser.of(port, "flower");

        assertThat(staff.opens("/staff/batches").statusCode()).isEqualTo(403);
        assertThat(staff.get("/staff/api/batches").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"coupon", "manager"})
    void whoWorksWithCouponsSeesThem(String user) {
        var staff = StaffBrowser.of(port, user);

        assertThat(text(staff.opens("/staff/batches"))).contains("券码与批次");
        assertThat(text(staff.get("/staff/api/stock"))).contains("30 元电影代金券");
        assertThat(text(staff.get("/staff/api/purchases"))).contains("movie-30");
        assertThat(staff.get("/staff/api/batches").statusCode()).isEqualTo(200);
    }

    @Test
    void nothingIsChangedThere() {
        var staff = StaffBrowser.of(port, "coupon");

        assertThat(staff.posts("/staff/api/batches").statusCode()).isEqualTo(403);
        assertThat(staff.sends("POST", "/staff/api/batches", "{}").statusCode()).isEqualTo(403);
    }

    @Test
    void theHeadOfAPageNamesWhoIsSignedInAndLeadsToTheirPages() {
        var staff = StaffBrowser.of(port, "coupon");
        staff.opens("/camunda/app/tasklist/default/");
        var page = text(staff.opens("/staff/batches"));

        assertThat(page).startsWith("<!doctype html>");
        assertThat(page).contains("<title>券码与批次 · 滚财履约后台</title>");
        assertThat(page).contains("href=\"/staff/batches\" aria-current=\"page\">券码与批次</a>");
        assertThat(page).containsPattern("X-XSRF-TOKEN&quot;: &quot;[0-9A-F]{16,}");
    }

    @Test
    void whatAPageIsMadeOfIsThere() {
        var staff = StaffBrowser.of(port, "flower");

        for (var part :
                new String[] {"/staff/shell/staff.css", "/staff/shell/staff.js", "/webjars/htmx.org/dist/htmx.min.js"
                }) {
            assertThat(staff.get(part).statusCode()).as(part).isEqualTo(200);
        }
    }

    @Test
    void aTemplateIsFilledInAndHandedInAsItIs() throws Exception {
        var template = StaffBrowser.of(port, "coupon").get("/staff/api/templates/import.xlsx");
        assertThat(template.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("attachment");
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(template.body()))) {
            assertThat(workbook.getSheetAt(0).getColumnStyle(0).getDataFormatString())
                    .as("a column of text, so that no spreadsheet makes numbers of it")
                    .isEqualTo("@");
        }

        var desks = new BatchDesks(port);
        var untouched = desks.asksToImport(template.body());
        assertThat(untouched.is(400).body())
                .as("what a template says of how to fill it in is no row")
                .contains("文件里只有表头");

        var code = "T" + UUID.randomUUID().toString().replace("-", "").toUpperCase();
        var process = desks.importCodes(filledIn(template.body(), code, "2099-12-31"));
        var card = desks.clerk.card(desks.task(desks.clerk, process, "Task_ConfirmImport"));
        assertThat(card.is(200).text("/order/value")).contains("\"good\":\"1 行\"", "\"bad\":\"\"");
    }

    private static byte[] filledIn(byte[] template, String... values) throws IOException {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(template))) {
            var row = workbook.getSheetAt(0).createRow(1);
            for (int i = 0; i < values.length; i++) {
                row.createCell(i).setCellValue(values[i]);
            }
            var bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/engine-rest/process-definition/key/CouponIssueProcess/submit-form", "/camunda/api/engine/"})
    void whatIsFarTooLargeGetsAClearAnswer(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(new byte[50 << 20]))
                .build();

        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("文件超过 10 MB");
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
