package com.guncai.backoffice.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.guncai.backoffice.testing.BackofficeTest;
import com.guncai.backoffice.testing.Browser;
import com.guncai.backoffice.testing.Json;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.GetByTextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A customer who asks for help on the phone with a picture, one who complains at WeChat, and who answers them in Tasklist. */
@BackofficeTest
@ExtendWith(Browser.class)
class AfterSaleInBrowserIT {
    @LocalServerPort
    int port;

    @Test
    void aCustomerAsksForHelpWithAPictureAndGetsATopUpDoneAgain(BrowserContext browser) throws IOException {
        var phone = browser.newPage();
        var orderNo = SandboxPhone.topsUp(phone, port);
        var desk = new Clerk(port, "topup");
        var purchase = Map.of("toppedUp", true, "transactionNo", "ZFB" + orderNo);
        desk.completes(desk.awaitsTask(orderNo).get("id").asText(), purchase).is(204);
        assertThat(phone.getByTestId("order-status")).hasText("已完成");

        phone.getByTestId("ask-for-help").click();
        phone.getByTestId("help-topic").selectOption("没有到账");
        phone.getByTestId("help-text").fill("运营商查不到这笔充值");
        phone.getByTestId("help-pictures")
                .setInputFiles(new FilePayload(
                        "p.webp",
                        "image/webp",
                        Files.readAllBytes(Path.of("src/test/resources/receipts/screenshot.webp"))));
        picture(phone, "after-sale-sheet");
        phone.getByTestId("help-submit").click();
        assertThat(phone.getByTestId("after-sale-state")).containsText("没有到账 · 等待客服答复");
        assertThat(phone.getByTestId("ask-for-help")).hasCount(0);

        var tasklist = opensAs(browser, "service", orderNo);
        assertThat(tasklist.getByText("运营商查不到这笔充值")).isVisible();
        assertThat(tasklist.getByRole(AriaRole.IMG, new GetByRoleOptions().setName("用户上传的图片")))
                .isVisible();
        tasklist.getByText("认领", new GetByTextOptions().setExact(true)).click();
        tasklist.getByRole(
                        AriaRole.RADIO, new GetByRoleOptions().setName("重新办理").setExact(true))
                .click();
        tasklist.getByLabel(Pattern.compile("给用户的答复")).fill("已重新为您充值，请留意");
        picture(tasklist, "after-sale-task");
        tasklist.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("完成").setExact(true))
                .click();

        assertThat(phone.getByTestId("order-status")).hasText("待接单");
        assertThat(phone.getByTestId("after-sale-answer")).hasText("已重新为您充值，请留意");
        picture(phone, "after-sale-answered");
        desk.completes(
                        desk.awaitsTask(orderNo).get("id").asText(),
                        Map.of("toppedUp", true, "transactionNo", "ZFC" + orderNo))
                .is(204);
        assertThat(phone.getByTestId("order-status")).hasText("已完成");
    }

    @Test
    void aComplaintAtWeChatIsAnsweredInTasklist(BrowserContext browser) {
        var phone = browser.newPage();
        var orderNo = SandboxPhone.topsUp(phone, port);
        Json.at(port)
                .post("/sandbox/wechat-pay/complaints", Map.of("orderNo", orderNo, "text", "钱付了没到账", "pictures", 1))
                .is(200);
        assertThat(phone.getByTestId("after-sale-state")).containsText("等待客服答复");

        var tasklist = opensAs(browser, "service", orderNo);
        assertThat(tasklist.getByText(Pattern.compile("24 小时内首次答复"))).isVisible();
        tasklist.getByText("认领", new GetByTextOptions().setExact(true)).click();
        tasklist.getByRole(AriaRole.RADIO, new GetByRoleOptions().setName("说明").setExact(true))
                .click();
        tasklist.getByLabel(Pattern.compile("给用户的答复")).fill("正在为您充值，十分钟内到账");
        picture(tasklist, "complaint-task");
        tasklist.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("完成").setExact(true))
                .click();

        assertThat(phone.getByTestId("after-sale-state")).containsText("已办结");
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "browser", name + ".png")));
    }

    private Page opensAs(BrowserContext browser, String user, String orderNo) {
        var tasklist = browser.newPage();
        TasklistSignIn.as(tasklist, port, user);
        tasklist.navigate("http://127.0.0.1:" + port + "/t/" + orderNo);
        tasklist.getByText("处理售后", new GetByTextOptions().setExact(true))
                .first()
                .click();
        return tasklist;
    }
}
