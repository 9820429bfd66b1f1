package com.guncai.backoffice.journey;

import static com.guncai.backoffice.journey.Files.csv;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.guncai.backoffice.testing.BackofficeTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What can be downloaded of a batch once it is issued. */
@BackofficeTest
class BatchResultIT {
    @LocalServerPort
    int port;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    @Test
    void theResultSaysOfEachRowWhatBecameOfItAndCanNotBeComputed() throws Exception {
        var phone = "131%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000));
        var batch = "PICC-" + System.nanoTime();
        var form = Files.form(
                "名单.csv",
                csv("手机号", phone, "\"=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"", phone),
                Map.of("couponProduct", "fuel-50", "batchNo", batch));
        new Clerk(port, "coupon")
                .rest()
                .post("/engine-rest/process-definition/key/CouponIssueProcess/submit-form", form)
                .is(200);
        signIn("manager");
        var caseNo = new String[1];
        await().untilAsserted(() -> {
            var item = item(batch);
            assertThat(item.path("state").asText()).isEqualTo("READY");
            caseNo[0] = item.path("caseNo").asText();
        });
        var manager = new Clerk(port, "manager");
        var task = manager.task(caseNo[0]).orElseThrow().get("id").asText();
        manager.completes(task, Map.of("approved", true)).is(204);
        await().untilAsserted(() -> assertThat(item(batch).path("told").asInt()).isOne());

        var rows = new ArrayList<List<String>>();
        try (var workbook = workbook("/staff/api/batches/" + caseNo[0] + "/rows.xlsx")) {
            workbook.getSheetAt(0).forEach(row -> {
                var texts = new ArrayList<String>();
                row.forEach(cell -> {
                    assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                    texts.add(cell.getStringCellValue());
                });
                rows.add(texts);
            });
        }

        assertThat(rows).hasSize(4);
        assertThat(rows.get(1)).contains("2", "已下发", "短信已发").doesNotContain(phone);
        assertThat(rows.get(2)).contains("3", "未处理", "不是 11 位手机号").noneMatch(text -> text.contains("HYPERLINK"));
        assertThat(rows.get(3)).contains("4", "未处理", "与第 2 行重复");
    }

    private JsonNode item(String batch) throws Exception {
        var items =
                new ObjectMapper().readTree(get("/staff/api/batches").body()).path("items");
        for (var item : items) {
            if (item.path("batchNo").asText().equals(batch)) {
                return item;
            }
        }
        throw new AssertionError("no batch " + batch);
    }

    private XSSFWorkbook workbook(String path) throws Exception {
        var answer = browser.send(request(path).build(), BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment");
        return new XSSFWorkbook(new ByteArrayInputStream(answer.body()));
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
        assertThat(browser.send(login, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }
}
