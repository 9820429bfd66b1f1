package com.guncai.backoffice.journey;

import static com.guncai.backoffice.journey.Files.csv;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.guncai.backoffice.testing.BackofficeTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
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
        var staff = StaffBrowser.of(port, "manager");
        var caseNo = new String[1];
        await().untilAsserted(() -> {
            var item = item(staff, batch);
            assertThat(item.path("state").asText()).isEqualTo("READY");
            caseNo[0] = item.path("caseNo").asText();
        });
        var manager = new Clerk(port, "manager");
        var task = manager.awaitsTask(caseNo[0]).get("id").asText();
        manager.completes(task, Map.of("approved", true)).is(204);
        await().untilAsserted(() ->
                assertThat(item(staff, batch).path("told").asInt()).isOne());

        var rows = new ArrayList<List<String>>();
        try (var workbook = workbook(staff, "/staff/api/batches/" + caseNo[0] + "/rows.xlsx")) {
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

    private static JsonNode item(StaffBrowser staff, String batch) throws IOException {
        var items = new ObjectMapper()
                .readTree(staff.get("/staff/api/batches").body())
                .path("items");
        for (var item : items) {
            if (item.path("batchNo").asText().equals(batch)) {
                return item;
            }
        }
        throw new AssertionError("no batch " + batch);
    }

    private static XSSFWorkbook workbook(StaffBrowser staff, String path) throws IOException {
        var answer = staff.get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment");
        return new XSSFWorkbook(new ByteArrayInputStream(answer.body()));
    }
}
