package com.guncai.backoffice.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.guncai.backoffice.testing.BackofficeTest;
import com.guncai.backoffice.testing.Browser;
import com.guncai.backoffice.testing.Json;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A manager's morning: the board, what is late, where a process is stuck. */
@BackofficeTest
@ExtendWith(Browser.class)
class TodayInBrowserIT {
    @LocalServerPort
    int port;

    @Test
    void aManagerSeesWhatIsLateAndWhereItIsStuck(BrowserContext browser) {
        var orders = new GiftOrders(port);
        orders.delivered("收花人甲", "MT" + System.nanoTime());
        var late = orders.paid();
        orders.clerk().awaitsTask(late);
        orders.customer().pays(orders.customer().topsUp("13900000003", 5_000).text("/orderNo"));
        Json.at(port).post("/sandbox/clock", Map.of("advance", "PT30H")).is(200);
        orders.paid();
        orders.delivered("收花人乙", "MT" + System.nanoTime());
        var page = browser.newPage();
        TasklistSignIn.as(page, port, "manager");

        page.navigate("http://127.0.0.1:" + port + "/staff/today");
        assertThat(page.locator("tr[data-desk=flower-desk] .late")).isVisible();
        pictures(page, "today");
        var shown = page.locator(".moment time").textContent();
        assertThat(page.locator(".moment time"))
                .not()
                .hasText(
                        shown,
                        new com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions().setTimeout(25_000));

        page.locator("tr[data-desk=flower-desk] .late").click();
        assertThat(page.locator("#rows")).containsText(late);

        page.goBack();
        page.locator("a[href='/staff/today/processes/FlowerOrderProcess']").click();
        assertThat(page.locator("tr[data-step=Task_PurchaseFlowers]")).containsText("美团下单");
        assertThat(page.locator("tr[data-step=Task_PurchaseFlowers] .late")).isVisible();
        assertThat(page.locator(".diagram img")).hasJSProperty("complete", true);
        pictures(page, "heat");
    }

    private static void pictures(Page page, String name) {
        for (var width : new int[] {1440, 820, 390}) {
            page.setViewportSize(width, 900);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target", "browser", name + "-" + width + ".png")));
        }
        page.setViewportSize(1400, 950);
    }
}
