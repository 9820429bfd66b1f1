package com.guncai.backoffice.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.cashback.Claimant;
import com.guncai.backoffice.testing.BackofficeTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Finance finds what it transferred, by the number of the transfer and whom it went to, and takes it along. */
@BackofficeTest
class FinanceWorkIT {
    @LocalServerPort
    int port;

    StaffOrders staff;
    Claimant customer;
    String orderNo;
    String transferNo;

    @BeforeEach
    void aClaimWasPaid() {
        staff = new StaffOrders(port);
        customer = new Claimant(port);
        orderNo = customer.claims();
        transferNo = "BANK" + orderNo;
        completed("review", Map.of("approved", true));
        completed("finance", Map.of("transferred", true, "transferNo", transferNo));
    }

    @Test
    void aTransferIsFoundByItsNumberAndItsPayee() {
        assertThat(staff.found("finance", "q=" + transferNo)).containsExactly(orderNo);
        assertThat(staff.found("finance", "q=6222%200212%203456%207890%20128")).contains(orderNo);
        assertThat(staff.found("finance", "q=6222021234567890110")).isEmpty();
        var purchase = staff.story("finance", orderNo).at("/purchases/0");
        assertThat(purchase.path("externalNo").asText()).isEqualTo(transferNo);
        assertThat(purchase.path("costFen").asLong()).isEqualTo(5_000);
        assertThat(purchase.path("paidBy").asText()).isEqualTo("finance");
        assertThat(staff.story("finance", orderNo).toString()).doesNotContain("6222021234567890128", "韦某某");
    }

    @Test
    void theWorkOfFinanceHasItsTransfersWithNumbersAndSums() throws Exception {
        assertThat(page("/staff/work?service=FUEL&q=" + transferNo))
                .contains(orderNo, "转账返现", transferNo, "¥50.00", "银行卡")
                .doesNotContain("美团下单");
        assertThat(page("/staff/work?service=FLOWER&q=" + transferNo)).doesNotContain(orderNo + "</a>");
        assertThat(staff.workbook("finance", "/staff/work/export.xlsx?service=FUEL&q=" + transferNo))
                .hasSize(2)
                .anySatisfy(row -> assertThat(row).contains("转账返现", orderNo, "银行卡", transferNo, "50"));
    }

    private String page(String path) {
        return new String(StaffBrowser.of(port, "finance").opens(path).body(), StandardCharsets.UTF_8);
    }

    private void completed(String user, Map<String, ?> answers) {
        var clerk = new Clerk(port, user);
        var task = clerk.awaitsTask(orderNo).get("id").asText();
        clerk.claims(task).is(204);
        clerk.completes(task, answers).is(204);
    }
}
