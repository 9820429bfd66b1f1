package com.guncai.backoffice.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.guncai.backoffice.journey.MiniProgram;
import com.guncai.backoffice.journey.StaffBrowser;
import com.guncai.backoffice.sandbox.Sandbox;
import com.guncai.backoffice.sandbox.wechatpay.BillFault;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.testing.BackofficeTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What finance and managers read of a day, and nobody else; nobody can delete. */
@BackofficeTest
class ReconciliationDoorsIT {
    @LocalServerPort
    int port;

    @Autowired
    Sandbox sandbox;

    @Autowired
    ReconciliationSchedule schedule;

    @Autowired
    Reconciliations reconciliations;

    @AfterEach
    void theBillsAreRightAgain() {
        sandbox.billFaults().clear();
    }

    @Test
    void aDayIsAsTheContractSays() throws IOException {
        until("09:00");
        var day = BusinessTime.today(sandbox.clock());
        var customer = MiniProgram.of(port, "137%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
        var orderNo = customer.placesFlowers();
        customer.pays(orderNo);
        customer.pays(customer.placesFlowers());
        sandbox.billFaults().add(new BillFault(BillFault.Kind.AMOUNT, orderNo, 14000));
        until("10:35");
        schedule.look();
        await().until(() ->
                reconciliations.between(day, day).stream().anyMatch(each -> each.state() == Reconciliation.State.OPEN));

        var told = json("/staff/api/reconciliation/" + day);

        assertThat(told.fieldNames()).toIterable().containsExactly("account", "state", "lines", "differences");
        assertThat(told.toString())
                .isEqualTo(
                        """
                        {"account":"WECHAT","state":"OPEN","lines":2,"differences":[{"kind":"AMOUNT","orderNo":"%s",\
                        "oursFen":15000,"theirsFen":14000,"state":"OPEN"}]}"""
                                .formatted(orderNo));
        assertThat(json("/staff/api/reconciliation/2020-01-01").toString())
                .isEqualTo("{\"account\":\"WECHAT\",\"state\":\"NONE\",\"lines\":0,\"differences\":[]}");
        assertThat(json("/staff/api/reconciliation/" + day + "?account=ALIPAY")
                        .get("state")
                        .asText())
                .isEqualTo("NONE");
    }

    @Test
    void itIsForFinanceAndManagersAndNobodyDeletes() {
        for (var path : new String[] {
            "/staff/money/days",
            "/staff/money/days/2026-11-30",
            "/staff/money/days?month=2020-01",
            "/staff/api/reconciliation/2026-11-30"
        }) {
            assertThat(finance().get(path).statusCode()).as(path).isEqualTo(200);
            assertThat(StaffBrowser.of(port, "manager").get(path).statusCode()).isEqualTo(200);
            assertThat(StaffBrowser.of(port, "flower").get(path).statusCode()).isEqualTo(403);
            assertThat(StaffBrowser.of(port, "service").get(path).statusCode()).isEqualTo(403);
            assertThat(finance().sends("DELETE", path, "{}").statusCode()).isGreaterThanOrEqualTo(400);
        }
        assertThat(finance().get("/staff/api/reconciliation/gestern").statusCode())
                .isEqualTo(400);
    }

    @Test
    void aMonthWithoutAnyIsSaidInWords() {
        assertThat(new String(finance().get("/staff/money/days?month=2020-01").body(), StandardCharsets.UTF_8))
                .contains("这个月还没有对过账");
    }

    /** It is that time of the next day. */
    private void until(String time) {
        var then = BusinessTime.today(sandbox.clock())
                .plusDays(1)
                .atTime(LocalTime.parse(time))
                .atZone(BusinessTime.ZONE);
        sandbox.skip(Duration.between(sandbox.clock().instant(), then.toInstant()));
    }

    private StaffBrowser finance() {
        return StaffBrowser.of(port, "finance");
    }

    private JsonNode json(String path) throws IOException {
        var answer = finance().get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }
}
