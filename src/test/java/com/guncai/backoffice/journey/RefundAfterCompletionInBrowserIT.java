package com.guncai.backoffice.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.guncai.backoffice.testing.BackofficeTest;
import com.guncai.backoffice.testing.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.GetByTextOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A customer who wants part of a completed order back on the phone, and what desks see while nobody has decided. */
@BackofficeTest
@ExtendWith(Browser.class)
class RefundAfterCompletionInBrowserIT {
    @LocalServerPort
    int port;

    @Test
    void partOfACompletedOrderGoesBackAfterAWithdrawal(BrowserContext browser) {
        browser.grantPermissions(List.of("clipboard-read", "clipboard-write"));
        var phone = browser.newPage();
        var orderNo = SandboxPhone.topsUp(phone, port);
        var desk = new Clerk(port, "topup");
        desk.completes(
                        desk.awaitsTask(orderNo).get("id").asText(),
                        Map.of("toppedUp", true, "transactionNo", "ZFB" + orderNo))
                .is(204);
        assertThat(phone.getByTestId("order-status")).hasText("已完成");
        phone.getByTestId("copy-order-no").click();
        assertThat(phone.getByText("订单号已复制")).isVisible();

        asks(phone);
        phone.getByTestId("withdraw-refund").click();
        phone.getByTestId("dialog-confirm").click();
        assertThat(phone.getByTestId("refund")).containsText("已撤回");
        asks(phone);
        var tasklist = opensAs(browser, "service", orderNo, "客服审核退单");
        tasklist.getByText("认领", new GetByTextOptions().setExact(true)).click();
        tasklist.getByText("同意", new GetByTextOptions().setExact(true)).click();
        tasklist.getByLabel(Pattern.compile("退款金额")).fill("10");
        assertThat(tasklist.getByText(Pattern.compile("退 10 元，最多 ¥50.00"))).isVisible();
        picture(tasklist, "refund-after-completion-task");
        tasklist.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("完成").setExact(true))
                .click();

        assertThat(phone.getByTestId("refund")).containsText("已退款 ¥10.00");
        assertThat(phone.getByTestId("earlier-refund")).containsText("已撤回");
        assertThat(phone.getByTestId("order-status")).hasText("已完成");
        picture(phone, "refund-after-completion");
    }

    @Test
    void theListOfTasksSaysThatTheMoneyIsWantedBack(BrowserContext browser) {
        var phone = browser.newPage();
        var orderNo = SandboxPhone.topsUp(phone, port);
        new Clerk(port, "topup").awaitsTask(orderNo);

        asks(phone);

        var tasklist = opensAs(browser, "topup", orderNo, "支付宝充值");
        assertThat(tasklist.getByText("⚠退款中").first()).isVisible();
        picture(tasklist, "refund-mark-in-list");
    }

    private static void asks(Page phone) {
        phone.getByTestId("request-refund").click();
        phone.getByTestId("refund-reason").fill("没有到账");
        phone.getByTestId("refund-submit").click();
        assertThat(phone.getByTestId("refund")).containsText("客服审核中 ¥50.00");
        assertThat(phone.getByTestId("request-refund")).hasCount(0);
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "browser", name + ".png")));
    }

    private Page opensAs(BrowserContext browser, String user, String orderNo, String task) {
        var tasklist = browser.newPage();
        TasklistSignIn.as(tasklist, port, user);
        tasklist.navigate("http://127.0.0.1:" + port + "/t/" + orderNo);
        tasklist.getByText(task, new GetByTextOptions().setExact(true)).first().click();
        return tasklist;
    }
}
