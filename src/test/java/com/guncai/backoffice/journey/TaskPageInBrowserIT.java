package com.guncai.backoffice.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.guncai.backoffice.testing.BackofficeTest;
import com.guncai.backoffice.testing.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsInViewportOptions;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** 办任务 in a real Chromium: one task after the other, what is typed, and what goes wrong. */
@BackofficeTest
@ExtendWith(Browser.class)
class TaskPageInBrowserIT {
    @LocalServerPort
    int port;

    @Autowired
    TaskService tasks;

    MiniProgram customer;

    @BeforeEach
    void aCustomer() {
        customer = MiniProgram.of(port, "135%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
    }

    @Test
    void aFlowerOrderTakesWhatOnlyTheClerkKnows(BrowserContext browser) {
        var orderNo = OpenTaskPage.paid(customer, port);
        var page = OpenTaskPage.of(browser, port, "?q=" + orderNo);
        assertThat(page.locator(".task-form .case-card")).containsText("民族大道");
        assertThat(page.getByLabel("有，已在美团下单")).isChecked();
        var slot = OffsetDateTime.parse((String) customer.flowers().get("deliverySlot"));
        assertThat(page.getByLabel("预计送达时间")).hasValue("%02d:00".formatted(slot.getHour()));
        buys(page, orderNo);
        picture(page, "task-page", 1440, 900);
        page.locator("#complete").click();
        await().until(() -> customer.status(orderNo).equals("ACCEPTED"));
        Assertions.assertThat(new Clerk(port, "flower")
                        .awaitsTask(orderNo)
                        .get("assignee")
                        .asText())
                .as("who bought follows")
                .isEqualTo("flower");
    }

    @Test
    void ofTwoClerksAtOneTaskTheSecondIsToldWhoHasIt(BrowserContext browser) {
        var orderNo = OpenTaskPage.paid(customer, port);
        var page = OpenTaskPage.of(browser, port, "?q=" + orderNo);
        assertThat(page.locator("#start")).isVisible();
        var clerk = new Clerk(port, "flower");
        var task = clerk.awaitsTask(orderNo).get("id").asText();
        tasks.claim(task, "somebody");
        page.getByLabel("花店名称").fill("花语鲜花");
        assertThat(page.locator(".task-foot .trouble")).containsText("任务已由 somebody 认领");
        assertThat(page.locator(".task-head")).containsText("somebody 正在办");
    }

    @Test
    void twoPressesOfTheButtonCompleteOnce(BrowserContext browser) {
        var orderNo = OpenTaskPage.paid(customer, port);
        var page = OpenTaskPage.of(browser, port, "?q=" + orderNo);
        buys(page, orderNo);
        var sent = new AtomicInteger();
        page.onRequest(request -> sent.addAndGet(request.url().endsWith("/submit-form") ? 1 : 0));
        page.locator("#complete").dblclick();
        await().until(() -> customer.status(orderNo).equals("ACCEPTED"));
        Assertions.assertThat(sent).hasValue(1);
    }

    @Test
    void whatWasTypedSurvivesARefusalAReloadAndTheEndOfTheSession(BrowserContext browser) {
        var orderNo = OpenTaskPage.paid(customer, port);
        var page = OpenTaskPage.of(browser, port, "?q=" + orderNo);
        buys(page, orderNo);
        page.getByLabel("美团实付").fill("8800");
        page.locator("#complete").click();
        assertThat(page.locator(".task-foot .trouble")).isVisible();
        assertThat(page.getByLabel("花店名称")).hasValue("花语鲜花");
        page.reload();
        assertThat(page.getByLabel("花店名称")).hasValue("花语鲜花");

        browser.clearCookies();
        page.getByLabel("美团实付").fill("128");
        page.locator("#complete").click();
        assertThat(page.getByPlaceholder("用户名")).isVisible();
        signIn(page, "flower");
        assertThat(page.getByLabel("美团实付")).hasValue("128");
        page.locator("#complete").click();
        await().until(() -> customer.status(orderNo).equals("ACCEPTED"));
        Assertions.assertThat(drafts(page)).as("nothing is left of it").isZero();
    }

    @Test
    void signingOutForgetsWhatWasTyped(BrowserContext browser) {
        var page = OpenTaskPage.of(browser, port, "?q=" + OpenTaskPage.paid(customer, port));
        page.getByLabel("花店名称").fill("花语鲜花");
        await().pollInSameThread().until(() -> drafts(page) == 1);
        page.locator("#sign-out").click();
        assertThat(page.getByPlaceholder("用户名")).isVisible();
        Assertions.assertThat(drafts(page)).isZero();
    }

    @Test
    void theSearchTakesTailsAndWordsAndSaysWhenThereIsNothing(BrowserContext browser) {
        var orderNo = OpenTaskPage.paid(customer, port);
        var page = OpenTaskPage.of(browser, port, "?q=" + orderNo.substring(orderNo.length() - 8));
        assertThat(page.locator("#rows li")).hasAttribute("data-order", orderNo);
        searches(page, "139 0000 0001");
        assertThat(page.locator("#rows li[data-order='" + orderNo + "']")).hasCount(1);
        searches(page, "南宁 红玫瑰");
        assertThat(page.locator("#rows li[data-order='" + orderNo + "']")).hasCount(1);
        searches(page, "20200101000000000000");
        assertThat(page.locator("#found")).containsText("没有订单 20200101000000000000");
        assertThat(page.locator("#found a")).hasAttribute("href", "/staff/orders?q=20200101000000000000");
        var unpaid = customer.placesFlowers();
        searches(page, unpaid);
        assertThat(page.locator("#found")).containsText("现在没有待办的任务，订单待支付");
    }

    @Test
    void aLinkOnAPhoneShowsTheTaskWithItsButtonOnTop(BrowserContext browser) {
        var orderNo = OpenTaskPage.paid(customer, port);
        var page = browser.newPage();
        page.setViewportSize(390, 844);
        page.setExtraHTTPHeaders(Map.of("User-Agent", "Mozilla/5.0 (iPhone) Mobile/15E148 MicroMessenger"));
        page.navigate("http://127.0.0.1:" + port + "/t/" + orderNo);
        signIn(page, "flower");
        assertThat(page.locator("#start")).isInViewport();
        Assertions.assertThat(page.locator("#start").boundingBox().y).isLessThan(250);
        picture(page, "task-page", 390, 844);
        page.locator("#start").click();
        await().until(() -> new Clerk(port, "flower")
                .awaitsTask(orderNo)
                .get("assignee")
                .asText()
                .equals("flower"));
    }

    @Test
    void aLaptopShowsTwelveRowsAndTheFirstField(BrowserContext browser) {
        for (int i = 0; i < 12; i++) {
            aCustomer();
            OpenTaskPage.paid(customer, port);
        }
        var page = OpenTaskPage.of(browser, port, "");
        page.locator("#rows a").first().click();
        for (var size : List.of(List.of(1440, 900), List.of(1280, 720))) {
            picture(page, "task-page-list", size.get(0), size.get(1));
            assertThat(page.locator("#rows li").nth(11)).isInViewport(new IsInViewportOptions().setRatio(1));
            assertThat(page.getByLabel("有，已在美团下单")).isInViewport();
        }
    }

    private void buys(Page page, String orderNo) {
        page.getByLabel("花店名称").fill("花语鲜花");
        page.getByLabel("花店电话").fill("0773-5550002");
        page.getByLabel("美团订单号").fill("MT" + orderNo);
        page.getByLabel("美团实付").fill("128.5");
    }

    private static void searches(Page page, String text) {
        page.locator("#search input").fill(text);
        page.locator("#search input").press("Enter");
        assertThat(page.locator("#found")).isVisible();
    }

    private static int drafts(Page page) {
        return ((Number) page.evaluate("Object.keys(sessionStorage).filter(key => key.startsWith('draft:')).length"))
                .intValue();
    }

    private static void signIn(Page page, String user) {
        var name = page.getByPlaceholder("用户名");
        var password = page.getByPlaceholder("密码");
        assertThat(name).isFocused();
        await().pollInSameThread().untilAsserted(() -> {
            name.fill(user);
            password.fill(user);
            Assertions.assertThat(List.of(name.inputValue(), password.inputValue()))
                    .containsOnly(user);
        });
        page.getByText("登录").last().click();
        assertThat(page.locator(".task-form .case-card")).isVisible();
    }

    static void picture(Page page, String name, int width, int height) {
        page.setViewportSize(width, height);
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target", "browser", name + "-" + width + ".png")));
    }
}
