package com.guncai.backoffice.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.guncai.backoffice.testing.BackofficeTest;
import com.guncai.backoffice.testing.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.GetByTextOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Where flowers go is changed on the phone, and what a clerk is asked before saying that they are there, in a real Chromium. */
@BackofficeTest
@ExtendWith(Browser.class)
class DeliveryInBrowserIT {
    @LocalServerPort
    int port;

    Clerk clerk;

    @BeforeEach
    void aClerk() {
        clerk = new Clerk(port, "flower");
    }

    @Test
    void theCustomerChangesTheDeliveryUntilAClerkHasTheTask(BrowserContext browser) {
        browser.grantPermissions(List.of("clipboard-read", "clipboard-write"));
        var phone = browser.newPage();
        var orderNo = ordersAndPays(phone);
        phone.getByTestId("copy-order-no").click();
        assertThat(phone.getByText("订单号已复制")).isVisible();

        changes(phone, "七星区漓江路 2 号");
        phone.getByTestId("delivery-slot-open").click();
        phone.getByTestId("slot-day-1").click();
        phone.getByTestId("slot-hour-15").click();
        picture(phone, "change-delivery");
        phone.getByTestId("delivery-submit").click();
        assertThat(phone.getByTestId("timeline")).containsText(Pattern.compile("您已修改配送信息，配送时段 .* 15:00"));
        assertThat(phone.getByText("桂林 七星区漓江路 2 号")).isVisible();

        changes(phone, "七星区漓江路 3 号");
        clerk.claims(clerk.awaitsTask(orderNo).get("id").asText()).is(204);
        phone.getByTestId("delivery-submit").click();
        assertThat(phone.getByText("您要改的内容已转告客服")).isVisible();
        assertThat(phone.getByTestId("change-delivery")).hasCount(0);
        assertThat(phone.getByText("桂林 七星区漓江路 2 号")).isVisible();
        picture(phone, "order-after-claim");
    }

    @Test
    void beforeTheSlotTheClerkIsAskedWhetherTheFlowersAreThere(BrowserContext browser) {
        var customer = MiniProgram.of(port, "132%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
        var orderNo = customer.placesFlowers();
        customer.pays(orderNo);
        customer.pays(customer.placesFlowers());
        var task = clerk.awaitsTask(orderNo).get("id").asText();
        clerk.completes(task, FlowerShop.foundFor(customer)).is(204);

        var tasklist = browser.newPage();
        TasklistSignIn.as(tasklist, port, "flower");
        tasklist.navigate("http://127.0.0.1:" + port + "/t/" + orderNo);
        tasklist.getByText("跟进配送", new GetByTextOptions().setExact(true))
                .first()
                .click();
        assertThat(tasklist.getByText("还下了一单一样的")).isVisible();
        // It is theirs already: who bought the flowers follows them.
        assertThat(tasklist.getByLabel("确认已提前送达")).isVisible();
        done(tasklist);
        assertThat(tasklist.getByText("还没到配送时段（").first()).isVisible();
        picture(tasklist, "follow-delivery");
        tasklist.getByLabel("确认已提前送达").check();
        done(tasklist);

        await().until(() -> customer.status(orderNo).equals("COMPLETED"));
    }

    private static void done(Page tasklist) {
        tasklist.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("完成").setExact(true))
                .click();
    }

    private static void changes(Page phone, String address) {
        phone.getByTestId("change-delivery").click();
        phone.getByTestId("delivery-address").fill(address);
    }

    private static void picture(Page page, String name) {
        page.screenshot(new ScreenshotOptions().setPath(Path.of("target", "browser", name + ".png")));
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
        phone.getByTestId("slot-open").click();
        phone.getByTestId("slot-day-1").click();
        phone.getByTestId("slot-hour-10").click();
        phone.getByTestId("submit-order").click();
        phone.getByTestId("pay-confirm").click();
        phone.getByTestId("pay-done").click();
        assertThat(phone.getByTestId("order-status")).hasText("待接单");
        return phone.getByTestId("order-no").innerText().strip();
    }
}
