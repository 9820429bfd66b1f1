package com.guncai.backoffice.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.guncai.backoffice.coupon.Coupon.Kind;
import com.guncai.backoffice.journey.StaffBrowser;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** What finance and managers read of settlements, and nobody else; nobody deletes. */
class SettlementDoorsIT extends SettlementFixture {
    @Test
    void aStatementIsAsTheContractSays() throws IOException {
        ledger.redeemed(reference, Kind.DEDUCTION, 3000);
        month.closed();

        var told = json("/staff/api/settlements/" + month.month());

        assertThat(told.fieldNames())
                .toIterable()
                .containsExactly("period", "state", "figures", "ceilingFen", "usedFen", "digest");
        assertThat(told.get("period").asText()).isEqualTo(month.month().toString());
        assertThat(told.get("state").asText()).isEqualTo("CLOSED");
        assertThat(told.at("/figures/deductionFen").asLong()).isEqualTo(3000);
        assertThat(told.at("/figures/payableFen").asLong()).isEqualTo(3000);
        assertThat(told.get("ceilingFen").asLong()).isEqualTo(420_000_000);
        assertThat(told.get("usedFen").asLong()).isGreaterThanOrEqualTo(3000);
        assertThat(get("finance", "/staff/api/settlements/" + month.month().plusYears(5))
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("finance", "/staff/api/settlements/gestern").statusCode())
                .isEqualTo(400);
    }

    @Test
    void theDigestIsThatOfTheCsvAndEachDownloadIsRecorded() throws Exception {
        ledger.redeemed(reference, Kind.DEDUCTION, 3000);
        var process = month.made();
        var at = "/staff/money/statements/" + process.getBusinessKey();
        var draft = get("finance", at + "/statement.csv").body();
        assertThat(get("finance", at + "/statement.xlsx").headers().firstValue("Content-Disposition"))
                .get()
                .asString()
                .contains("%E8%8D%89%E7%A8%BF");
        month.checks(process).is(204);
        month.confirms(process, true).is(204);
        engine.run(process, "Task_CloseStatement");

        var csv = get("manager", at + "/statement.csv").body();

        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(csv)))
                .isEqualTo(month.statement().digest());
        assertThat(csv).isEqualTo(draft);
        assertThat(get("manager", at + "/statement.csv").body()).isEqualTo(csv);
        assertThat(jdbc.queryForList(
                        "select who from ledger_export where what like ? order by id",
                        String.class,
                        "结算单 " + month.month() + "%"))
                .containsExactly("finance", "finance", "manager", "manager");
    }

    @Test
    void itIsForFinanceAndManagersAndNobodyDeletes() {
        ledger.redeemed(reference, Kind.DEDUCTION, 3000);
        var at = "/staff/money/statements/" + month.made().getBusinessKey();
        for (var path : new String[] {
            "/staff/money/statements",
            "/staff/money/statements?from=1000",
            at,
            at + "/entries?section=DEDUCTION",
            at + "/statement.csv",
            "/staff/api/settlements/" + month.month()
        }) {
            assertThat(get("finance", path).statusCode()).as(path).isEqualTo(200);
            assertThat(get("manager", path).statusCode()).as(path).isEqualTo(200);
            assertThat(get("flower", path).statusCode()).as(path).isEqualTo(403);
            assertThat(get("service", path).statusCode()).as(path).isEqualTo(403);
            assertThat(staff("finance").sends("DELETE", path, "{}").statusCode())
                    .isGreaterThanOrEqualTo(400);
        }
        assertThat(get("finance", "/staff/money/statements/nirgends").statusCode())
                .isEqualTo(404);
        assertThat(get("finance", at + "/entries?section=UNKNOWN").statusCode()).isEqualTo(400);
    }

    @Test
    void aMonthIsBegunByHandByThoseWhoMay() {
        ledger.redeemed(reference, Kind.DEDUCTION, 3000);
        month.isOver();
        var start = "/staff/api/settlements/" + month.month() + "/start";

        assertThat(staff("flower").sends("POST", start, "{}").statusCode()).isEqualTo(403);
        assertThat(staff("finance").sends("POST", start, "{}").statusCode()).isEqualTo(201);
        assertThat(staff("finance").sends("POST", start, "{}").statusCode()).isEqualTo(409);
        assertThat(month.statement().startedBy()).isEqualTo("finance");
        assertThat(staff("finance")
                        .sends("POST", "/staff/api/settlements/2099-01/start", "{}")
                        .statusCode())
                .isEqualTo(400);
        var waiting =
                get("finance", "/staff/money/statements/" + month.statement().caseNo());
        assertThat(new String(waiting.body(), StandardCharsets.UTF_8)).contains("正在生成");
        assertThat(get("finance", "/staff/money/statements/" + month.statement().caseNo() + "/statement.xlsx")
                        .statusCode())
                .isEqualTo(409);
    }

    private StaffBrowser staff(String user) {
        return StaffBrowser.of(port, user);
    }

    private HttpResponse<byte[]> get(String user, String path) {
        return staff(user).get(path);
    }

    private JsonNode json(String path) throws IOException {
        var answer = get("finance", path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }
}
