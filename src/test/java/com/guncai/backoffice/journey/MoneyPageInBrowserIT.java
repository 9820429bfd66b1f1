package com.guncai.backoffice.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.guncai.backoffice.testing.BackofficeTest;
import com.guncai.backoffice.testing.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** 资金 as finance uses it: from a balance to its entries, to the entries of one order, to a file. */
@BackofficeTest
@ExtendWith(Browser.class)
class MoneyPageInBrowserIT {
    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void aBalanceLeadsToItsEntriesAndTheseToAFile(BrowserContext browser) throws Exception {
        var customer = MiniProgram.of(port, "137%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
        var orderNo = customer.placesFlowers();
        customer.pays(orderNo);
        history();

        var page = browser.newPage();
        TasklistSignIn.as(page, port, "finance");
        page.navigate("http://127.0.0.1:" + port + "/staff/money");
        assertThat(page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("资金")))
                .isVisible();
        assertThat(page.getByTestId("sum")).hasText("¥0.00");
        assertThat(page.locator("#plot canvas")).isVisible();
        assertThat(page.locator("#plot")).hasAttribute("data-shown", "WECHAT");
        picture(page, "money-balances");

        page.locator("tr[data-account=PREPAYMENT] .number a").click();
        assertThat(page.locator(".entries")).containsText(orderNo);
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(orderNo))
                .first()
                .click();
        assertThat(page.locator(".entries")).containsText("微信手续费");
        assertThat(page.locator(".entries")).containsText("−¥150.00");
        picture(page, "money-entries");

        var file =
                page.waitForDownload(() -> page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("导出 Excel"))
                        .click());
        try (var workbook = new XSSFWorkbook(file.path().toFile())) {
            var sheet = workbook.getSheetAt(0);
            Assertions.assertThat(sheet.getRow(0).getCell(6).getStringCellValue())
                    .isEqualTo("订单号");
            Assertions.assertThat(sheet.getRow(1).getCell(6).getStringCellValue())
                    .isEqualTo(orderNo);
            Assertions.assertThat(sheet.getRow(1).getCell(10).getStringCellValue())
                    .isEqualTo("150.00");
        }
        Assertions.assertThat(jdbc.queryForList("select who || ' ' || what from ledger_export", String.class))
                .contains("finance xlsx 订单 " + orderNo);
    }

    /** Closed days of the weeks before, so that there is something to plot. */
    private void history() {
        for (int day = 30; day > 0; day--) {
            jdbc.update(
                    "insert into ledger_day (closed_on, closed_at, book_year, first_no, entries) values (current_date"
                            + " - cast(? as integer), now(), 2026, 1, 0)",
                    day);
            for (var account : Map.of("WECHAT", 1L, "PREPAYMENT", -1L).entrySet()) {
                jdbc.update(
                        "insert into ledger_balance (closed_on, account, balance_fen, moved_fen) values (current_date"
                                + " - cast(? as integer), ?, ?, 0)",
                        day,
                        account.getKey(),
                        account.getValue() * (400_000 - 9_000L * day + 37_000L * (day % 5)));
            }
        }
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "browser", name + ".png")));
    }
}
