package com.guncai.backoffice.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.guncai.backoffice.testing.BackofficeTest;
import com.guncai.backoffice.testing.Browser;
import com.guncai.backoffice.testing.Json;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.GetByTextOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The main job in a real Chromium: a customer at the sandbox phone, a clerk in Tasklist. */
@BackofficeTest
@ExtendWith(Browser.class)
class BrowserJourneyIT {
    @LocalServerPort
    int port;

    @Test
    void flowersOrderedOnThePhoneAreBoughtInTasklist(BrowserContext browser) {
        var phone = browser.newPage();
        var orderNo = ordersAndPays(phone);

        var tasklist = browser.newPage();
        TasklistSignIn.as(tasklist, port, "flower");
        buys(tasklist, orderNo);

        assertThat(phone.getByTestId("order-status")).hasText("已接单");
        assertThat(phone.getByTestId("shop-name")).hasText("花语鲜花（漓江路店）");
        assertThat(phone.getByTestId("shop-phone")).containsText("0773-5550002");
    }

    private String ordersAndPays(Page phone) {
        phone.navigate("http://127.0.0.1:" + port + "/sandbox");
        phone.getByTestId("login-button").first().click();
        phone.getByTestId("bind-phone-allow").click();
        phone.getByTestId("flower-red-roses-11").click();
        phone.getByTestId("flower-city").selectOption("桂林");
        phone.getByTestId("flower-address").fill("七星区漓江路 1 号 3 栋 502");
        phone.getByTestId("flower-recipient").fill("收花人乙");
        phone.getByTestId("flower-phone").fill("13900000002");
        phone.getByTestId("card-message").fill("生日快乐");
        phone.getByTestId("slot-open").click();
        phone.getByTestId("slot-day-1").click();
        phone.getByTestId("slot-hour-10").click();
        phone.getByTestId("submit-order").click();
        assertThat(phone.getByTestId("pay-amount")).containsText("150");
        phone.getByTestId("pay-confirm").click();
        phone.getByTestId("pay-done").click();
        assertThat(phone.getByTestId("order-status")).hasText("待接单");
        return phone.getByTestId("order-no").innerText().strip();
    }

    private void buys(Page tasklist, String orderNo) {
        tasklist.navigate("http://127.0.0.1:" + port + "/t/" + orderNo);
        assertThat(tasklist.locator(".tasks-list li.task")).containsText(Pattern.compile("桂林 .*10:00 红玫瑰 11 枝"));
        tasklist.getByText("美团下单", new GetByTextOptions().setExact(true))
                .first()
                .click();
        assertThat(tasklist.getByRole(
                        AriaRole.HEADING, new GetByRoleOptions().setName(Pattern.compile("桂林 · .*10:00–11:00"))))
                .isVisible();
        assertThat(tasklist.getByText("七星区漓江路 1 号 3 栋 502")).isVisible();
        tasklist.getByText("认领", new GetByTextOptions().setExact(true)).click();
        tasklist.getByText("有，已在美团下单").click();
        tasklist.getByLabel("花店名称").fill("花语鲜花（漓江路店）");
        tasklist.getByLabel("花店电话").fill("0773-5550002");
        expectsDelivery(tasklist);
        tasklist.getByLabel("美团订单号").fill("MT20260001");
        tasklist.getByLabel("美团实付").fill("128.5");
        tasklist.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("完成").setExact(true))
                .click();
    }

    private void expectsDelivery(Page tasklist) {
        Locator date = tasklist.locator(".flatpickr-input").first();
        var tomorrow = OffsetDateTime.parse(Json.at(port).get("/sandbox/clock").text("/now"))
                .plusDays(1);
        date.fill(DateTimeFormatter.ofPattern("yyyy/MM/dd").format(tomorrow));
        date.press("Tab");
        Locator time = tasklist.locator("input[id$=-time]").first();
        time.fill("10:30");
        time.press("Tab");
    }
}
