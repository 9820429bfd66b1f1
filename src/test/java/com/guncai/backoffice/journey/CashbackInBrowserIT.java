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
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A receipt handed in on the sandbox phone, seen and approved by one person in Tasklist, paid by another. */
@BackofficeTest
@ExtendWith(Browser.class)
class CashbackInBrowserIT {
    private static final String LOADED = "image => image.complete && image.naturalWidth > 100";

    @LocalServerPort
    int port;

    @Test
    void aReceiptIsReviewedByOneAndPaidByAnother(BrowserContext browser) {
        var phone = browser.newPage();
        var orderNo = handsIn(phone);

        var tasklist = browser.newPage();
        TasklistSignIn.as(tasklist, port, "review");
        opens(tasklist, orderNo, "审核凭证");
        assertThat(tasklist.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("返 ¥50.00 · 新能源车充电")))
                .isVisible();
        var receipt = tasklist.getByAltText("支付凭证");
        assertThat(receipt).isVisible();
        Assertions.assertThat(receipt.evaluate(LOADED)).isEqualTo(true);
        claims(tasklist);
        var full = browser.waitForPage(receipt::click);
        Assertions.assertThat(full.locator("img").evaluate("image => image.naturalHeight"))
                .isEqualTo(900);
        full.close();
        tasklist.getByText("通过", new GetByTextOptions().setExact(true)).click();
        completes(tasklist);

        browser.clearCookies();
        var office = browser.newPage();
        TasklistSignIn.as(office, port, "finance");
        opens(office, orderNo, "转账返现");
        assertThat(office.getByText("payer@example.com")).isVisible();
        claims(office);
        office.getByText("是，已转账").click();
        office.getByLabel("转账流水号").fill("ZFB" + orderNo);
        completes(office);

        assertThat(phone.getByTestId("order-status")).hasText("已返现");
    }

    private String handsIn(Page phone) {
        var number = "133%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000));
        Json.at(port)
                .post("/sandbox/coupons", Map.of("phone", number, "product", "ev-charge-50"))
                .is(201);
        phone.navigate("http://127.0.0.1:" + port + "/sandbox");
        phone.getByTestId("user-phone").fill(number);
        phone.getByTestId("user-new").click();
        phone.getByTestId("login-button").first().click();
        phone.getByTestId("bind-phone-allow").click();
        phone.getByTestId("service-EV_CHARGE").click();
        phone.getByTestId("claim-brand").selectOption("特来电");
        phone.getByTestId("claim-spent").fill("86.50");
        phone.getByTestId("claim-sample").click();
        phone.getByTestId("payee-alipay").fill("payer@example.com");
        phone.getByTestId("payee-phone").fill("13900000004");
        phone.getByTestId("submit-claim").click();
        assertThat(phone.getByTestId("order-status")).hasText("审核中");
        return phone.getByTestId("order-no").innerText().strip();
    }

    private void opens(Page tasklist, String orderNo, String task) {
        tasklist.navigate("http://127.0.0.1:" + port + "/t/" + orderNo);
        tasklist.getByText(task, new GetByTextOptions().setExact(true)).first().click();
    }

    private static void claims(Page tasklist) {
        tasklist.getByText("认领", new GetByTextOptions().setExact(true)).click();
    }

    private static void completes(Page tasklist) {
        tasklist.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("完成").setExact(true))
                .click();
    }
}
