package com.guncai.backoffice.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.guncai.backoffice.journey.MiniProgram;
import com.guncai.backoffice.journey.StaffBrowser;
import com.guncai.backoffice.testing.BackofficeTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What finance and managers read of the ledger, and nobody else. */
@BackofficeTest
class MoneyDoorsIT {
    @LocalServerPort
    int port;

    @Autowired
    Clock clock;

    StaffBrowser finance;
    MiniProgram customer;
    String orderNo;

    @BeforeEach
    void anOrderIsPaid() {
        finance = StaffBrowser.of(port, "finance");
        customer = MiniProgram.of(port, "137%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
        orderNo = customer.placesFlowers();
        customer.pays(orderNo);
    }

    @Test
    void balancesAddUpToZero() throws IOException {
        var balances = json("/staff/api/ledger/balances?on=" + today());

        assertThat(balances.get("sumFen").asLong()).isZero();
        assertThat(balances.get("accounts").findValuesAsText("code")).contains("WECHAT", "PREPAYMENT", "WECHAT_FEE");
        assertThat(balances.at("/accounts/0/name").asText()).isEqualTo("微信商户号");
        assertThat(json("/staff/api/ledger/balances?on=2020-01-01").get("accounts"))
                .isEmpty();
    }

    @Test
    void theEntriesOfAnOrderAreAsTheContractSays() throws IOException {
        var entries = json("/staff/api/ledger/entries?orderNo=" + orderNo);

        assertThat(entries.at("/items")).hasSize(2);
        var paid = entries.at("/items/1");
        assertThat(paid.fieldNames())
                .toIterable()
                .containsExactly("no", "at", "orderNo", "text", "externalNo", "lines");
        assertThat(paid.at("/lines").toString())
                .isEqualTo(
                        "[{\"account\":\"WECHAT\",\"amountFen\":15000},{\"account\":\"PREPAYMENT\",\"amountFen\":-15000}]");
        assertThat(paid.get("at").asText()).endsWith("+08:00");
        assertThat(entries.get("next").isNull()).isTrue();
    }

    @Test
    void entriesAreFoundByAccountAndPagesFollow() throws IOException {
        assertThat(json("/staff/api/ledger/entries?orderNo=" + orderNo + "&account=WECHAT_FEE")
                        .at("/items"))
                .hasSize(1);
        assertThat(json("/staff/api/ledger/entries?account=COST:FLOWER&from=2020-01-01&to=2020-01-02")
                        .at("/items"))
                .isEmpty();
        assertThat(finance.get("/staff/api/ledger/entries?account=GOLD").statusCode())
                .isEqualTo(400);
        assertThat(finance.get("/staff/api/ledger/entries?after=999999999999").statusCode())
                .isEqualTo(400);
        assertThat(finance.get("/staff/api/ledger/entries?from=30.11.2026").statusCode())
                .isEqualTo(400);
    }

    @Test
    void aYearIsACsv() {
        var csv = new String(
                finance.get("/staff/money/year.csv?year=" + today().getYear()).body(), StandardCharsets.UTF_8);

        assertThat(csv).startsWith("\uFEFF流水号,记账时间");
        assertThat(csv.lines().filter(line -> line.contains(orderNo))).hasSize(4);
        assertThat(csv).contains(",WECHAT_FEE,微信手续费,0.90");
        assertThat(csv).doesNotContain(customer.phone());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/staff/money",
                "/staff/money/entries",
                "/staff/money/entries.xlsx",
                "/staff/money/year.csv?year=2026",
                "/staff/api/ledger/balances",
                "/staff/api/ledger/entries",
                "/staff/api/ledger/history?account=WECHAT&from=2026-11-01&to=2026-11-30"
            })
    void itIsForFinanceAndManagers(String path) {
        assertThat(finance.get(path).statusCode()).as("finance").isEqualTo(200);
        assertThat(StaffBrowser.of(port, "manager").get(path).statusCode()).isEqualTo(200);
        assertThat(StaffBrowser.of(port, "flower").get(path).statusCode()).isEqualTo(403);
        assertThat(StaffBrowser.of(port, "service").get(path).statusCode()).isEqualTo(403);
    }

    /** By the clock of the application, which other tests move. */
    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
    }

    private JsonNode json(String path) throws IOException {
        var answer = finance.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }
}
