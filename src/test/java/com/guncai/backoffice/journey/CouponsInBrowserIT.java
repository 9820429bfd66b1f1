package com.guncai.backoffice.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.guncai.backoffice.testing.BackofficeTest;
import com.guncai.backoffice.testing.Browser;
import com.guncai.backoffice.testing.Json;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.GetByTextOptions;
import com.microsoft.playwright.Page.LocatorOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A list handed in at the Tasklist, approved by somebody else, and a code on a customer's screen. */
@BackofficeTest
@ExtendWith(Browser.class)
class CouponsInBrowserIT {
    @LocalServerPort
    int port;

    @Test
    void aListFromTheTasklistIsACodeOnThePhone(BrowserContext browser) {
        var code =
                Json.at(port).post("/sandbox/codes", Map.of("count", 1)).is(201).text("/codes/0");
        var phone = browser.newPage();
        var number = signsIn(phone);

        var tasklist = browser.newPage();
        TasklistSignIn.as(tasklist, port, "coupon");
        handsIn(tasklist, "手机号,数量\n" + number + ",1\n1.38E+10,1\n");

        browser.clearCookies();
        TasklistSignIn.as(tasklist, port, "manager");
        approves(tasklist);

        phone.getByTestId("tab-coupons").click();
        phone.getByText("去使用").click();
        phone.getByTestId("dialog-confirm").click();
        assertThat(phone.getByTestId("redeemed-code")).hasText(code);
        assertThat(phone.getByTestId("redemption-sheet")).containsText("1 个月内");

        tasklist.navigate("http://127.0.0.1:" + port + "/staff/batches");
        assertThat(tasklist.locator("#batches")).containsText("PICC-浏览器");
        assertThat(tasklist.locator("#batches")).containsText("已完成");
    }

    /** Answers the number of the phone. */
    private String signsIn(Page phone) {
        phone.navigate("http://127.0.0.1:" + port + "/sandbox");
        phone.getByTestId("login-button").first().click();
        phone.getByTestId("bind-phone-allow").click();
        assertThat(phone.getByTestId("service-MOVIE")).isVisible();
        return (String) phone.evaluate("JSON.parse(localStorage.getItem('guncai.sandbox.session')).user.phone");
    }

    private static void handsIn(Page tasklist, String list) {
        tasklist.getByText("发起流程").first().click();
        tasklist.getByText("批量发券").last().click();
        tasklist.locator("input[type=file]")
                .setInputFiles(new FilePayload("名单.csv", "text/csv", list.getBytes(StandardCharsets.UTF_8)));
        tasklist.locator("#couponProduct").selectOption("movie-30");
        tasklist.locator("#batchNo").fill("PICC-浏览器");
        tasklist.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("发起").setExact(true))
                .click();
        assertThat(tasklist.locator("input[type=file]")).hasCount(0);
    }

    private static void approves(Page tasklist) {
        // Other tests leave tasks behind.
        var task = tasklist.locator("li.task", new LocatorOptions().setHasText("PICC-浏览器"));
        task.getByText("审批发券").click();
        assertThat(tasklist.getByText("手机号成了科学计数法")).isVisible();
        tasklist.getByText("认领", new GetByTextOptions().setExact(true)).click();
        tasklist.getByText("批准", new GetByTextOptions().setExact(true)).click();
        tasklist.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("完成").setExact(true))
                .click();
        assertThat(task).hasCount(0);
    }
}
