package com.guncai.backoffice.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.guncai.backoffice.reconciliation.ReconciliationSchedule;
import com.guncai.backoffice.sandbox.Sandbox;
import com.guncai.backoffice.sandbox.wechatpay.BillFault;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.testing.BackofficeTest;
import com.guncai.backoffice.testing.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.GetByTextOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Finance finds a difference in the calendar, resolves it in Tasklist, and it is gone. */
@BackofficeTest
@ExtendWith(Browser.class)
class ReconciliationInBrowserIT {
    @LocalServerPort
    int port;

    @Autowired
    Sandbox sandbox;

    @Autowired
    ReconciliationSchedule schedule;

    @Autowired
    JdbcTemplate jdbc;

    @AfterEach
    void theBillsAreRightAgain() {
        sandbox.billFaults().clear();
    }

    @Test
    void aDifferenceIsFoundResolvedAndGone(BrowserContext browser) {
        var customer = MiniProgram.of(port, "137%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
        var missing = customer.placesFlowers();
        customer.pays(missing);
        var right = customer.placesFlowers();
        customer.pays(right);
        sandbox.billFaults().add(new BillFault(BillFault.Kind.MISSING, missing, 0));
        var day = BusinessTime.today(sandbox.clock());
        var morning = day.plusDays(1).atTime(10, 35).atZone(BusinessTime.ZONE);
        sandbox.advance(Duration.between(sandbox.clock().instant(), morning.toInstant()));
        schedule.look();
        await().untilAsserted(() -> Assertions.assertThat(jdbc.queryForList(
                        "select subject from reconciliation_difference where order_no = ? and raised",
                        String.class,
                        missing))
                .hasSize(1));

        var page = browser.newPage();
        TasklistSignIn.as(page, port, "finance");
        page.navigate("http://127.0.0.1:" + port + "/staff/money/days?month=" + YearMonth.from(day));
        var cell = page.locator("li[data-day='" + day + "']");
        assertThat(cell).hasAttribute("data-state", "OPEN");
        picture(page, "reconciliation-calendar");

        cell.getByRole(AriaRole.LINK).click();
        assertThat(page.locator(".differences")).containsText("系统有收款，账单没有");
        assertThat(page.locator(".differences tbody tr")).hasCount(1);
        assertThat(page.locator(".differences")).containsText("¥150.00");
        picture(page, "reconciliation-day");

        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("去处理")).click();
        page.getByText("处理差异", new GetByTextOptions().setExact(true)).first().click();
        assertThat(page.getByText("选“按对方入账”会记这样一笔")).isVisible();
        page.getByText("认领", new GetByTextOptions().setExact(true)).click();
        page.getByText("按对方入账", new GetByTextOptions().setExact(true)).click();
        page.getByLabel(Pattern.compile("说明")).fill("商户平台查过，没有这笔");
        picture(page, "reconciliation-task");
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("完成")).click();
        await().untilAsserted(() -> Assertions.assertThat(jdbc.queryForList(
                        "select state from reconciliation_difference where order_no = ?", String.class, missing))
                .containsExactly("RESOLVED"));

        page.navigate("http://127.0.0.1:" + port + "/staff/money/days/" + day);
        assertThat(page.locator(".differences")).containsText("按对方入账");
        assertThat(page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("去处理")))
                .hasCount(0);
        picture(page, "reconciliation-resolved");
        page.locator(".differences .number a").click();
        assertThat(page.locator(".entries")).containsText("待查款项");
        picture(page, "reconciliation-entries");
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "browser", name + ".png")));
    }
}
