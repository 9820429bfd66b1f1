package com.guncai.backoffice.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.guncai.backoffice.testing.BackofficeTest;
import com.guncai.backoffice.testing.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Customer service answers a phone call: finds the order, reads its story, writes a note; a clerk looks at the own work. */
@BackofficeTest
@ExtendWith(Browser.class)
class OrdersInBrowserIT {
    @LocalServerPort
    int port;

    MiniProgram customer;
    String orderNo;

    @BeforeEach
    void anOrderWithAStory() {
        customer = MiniProgram.of(port, "138%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
        customer.placesFlowers();
        orderNo = customer.placesFlowers();
        customer.pays(orderNo);
        var clerk = new Clerk(port, "flower");
        var task = clerk.awaitsTask(orderNo).get("id").asText();
        clerk.claims(task).is(204);
        var shop = FlowerShop.foundFor(customer);
        shop.put("purchaseOrderNo", "MT" + orderNo);
        shop.put("purchaseCostYuan", 128.5);
        clerk.completes(task, shop).is(204);
        var follow = clerk.awaitsTask(orderNo).get("id").asText();
        clerk.rest()
                .post("/engine-rest/task/" + follow + "/comment/create", Map.of("message", "店家说下午两点出发"))
                .is(200);
        customer.asksForRefund(orderNo, "收花人出差了").is(202);
        await().untilAsserted(() -> Assertions.assertThat(new Clerk(port, "service").refundTask(orderNo))
                .isPresent());
    }

    @Test
    void aCallerIsFoundByPhoneAndToldWhatHappened(BrowserContext browser) throws IOException {
        var page = signedIn(browser, "service");
        page.navigate("http://127.0.0.1:" + port + "/staff/orders");
        page.getByLabel("查什么").fill(customer.phone());
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("查询")).click();
        assertThat(page.getByText("⚠退款中")).isVisible();
        pictures(page, "orders");
        page.getByText(orderNo).click();

        assertThat(page.getByText("花语鲜花").first()).isVisible();
        assertThat(page.getByText("店家说下午两点出发")).isVisible();
        assertThat(page.getByText("收花人出差了")).isVisible();
        assertThat(page.getByText(Pattern.compile("您有新的鲜花配送订单"))).isVisible();
        page.getByLabel(Pattern.compile("写给下一位同事")).fill("已电话安抚，等审核");
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("添加备注")).click();
        assertThat(page.getByTestId("notes").getByText("已电话安抚，等审核")).isVisible();
        assertThat(page.getByLabel(Pattern.compile("写给下一位同事"))).hasValue("");
        var diagram = page.locator("details[open] img").first();
        diagram.scrollIntoViewIfNeeded();
        assertThat(diagram).hasJSProperty("complete", true);
        pictures(page, "order");
    }

    @Test
    void serviceGivesBackAPartOfACompletedOrderAndTakesDownWhatWasWrong(BrowserContext browser) throws IOException {
        var paid = customer.placesFlowers();
        customer.pays(paid);
        var clerk = new Clerk(port, "flower");
        clerk.completes(clerk.awaitsTask(paid).get("id").asText(), FlowerShop.foundFor(customer))
                .is(204);
        clerk.completes(clerk.awaitsTask(paid).get("id").asText(), Map.of("completeEarly", true))
                .is(204);
        var page = signedIn(browser, "service");
        page.onDialog(dialog -> dialog.accept());
        page.navigate("http://127.0.0.1:" + port + "/staff/orders/" + paid);

        page.getByText("提出退款").first().click();
        page.getByLabel(Pattern.compile("退多少")).fill("1000000");
        page.getByLabel("原因").fill("花枝折断，补偿十元");
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("提出退款")).click();
        assertThat(page.locator("#notice")).isVisible();
        assertThat(page.getByLabel("原因")).hasValue("花枝折断，补偿十元");
        page.getByLabel(Pattern.compile("退多少")).fill("10");
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("提出退款")).click();
        assertThat(page.locator("h1")).containsText("⚠退款中");

        page.getByText("登记售后").first().click();
        pictures(page, "begin");
        page.getByLabel("用户怎么说").fill("卡片写错了名字");
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("登记售后")).click();
        assertThat(page.getByText("卡片写错了名字").first()).isVisible();

        var desk = signedIn(browser.browser().newContext(), "flower");
        desk.navigate("http://127.0.0.1:" + port + "/staff/orders/" + paid);
        assertThat(desk.getByText("订购内容")).isVisible();
        assertThat(desk.locator("#begin")).hasCount(0);
    }

    @Test
    void aClerkSeesWhatTheyDidToday(BrowserContext browser) throws IOException {
        var page = signedIn(browser, "flower");
        page.navigate("http://127.0.0.1:" + port + "/staff/work");

        assertThat(page.getByText(orderNo).first()).isVisible();
        assertThat(page.getByText("美团订单号").first()).isVisible();
        assertThat(page.getByText("MT" + orderNo).first()).isVisible();
        pictures(page, "work");
    }

    @Test
    void theCardOfATaskLeadsToTheStory(BrowserContext browser) {
        var tasklist = signedIn(browser, "flower");
        tasklist.navigate("http://127.0.0.1:" + port + "/t/" + orderNo);
        tasklist.getByText("跟进配送").first().click();
        assertThat(tasklist.getByText("店家说下午两点出发")).isVisible();
        tasklist.screenshot(new ScreenshotOptions().setPath(Path.of("target", "browser", "card-1440.png")));

        var story =
                tasklist.waitForPopup(() -> tasklist.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("订单全程"))
                        .click());

        assertThat(story.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName(Pattern.compile("鲜花配送"))))
                .isVisible();
    }

    private Page signedIn(BrowserContext browser, String user) {
        var page = browser.newPage();
        page.setViewportSize(1440, 900);
        TasklistSignIn.as(page, port, user);
        return page;
    }

    /** For people to look at; {@code -Ddocs.update=true} takes the one of the handbook anew. */
    private static void pictures(Page page, String name) throws IOException {
        for (var size : new int[][] {{1440, 900}, {1280, 720}, {390, 844}}) {
            page.setViewportSize(size[0], size[1]);
            page.screenshot(new ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target", "browser", name + "-" + size[0] + ".png")));
            var wide = (Integer) page.evaluate("document.documentElement.scrollWidth");
            Assertions.assertThat(wide).as("nothing sticks out at " + size[0]).isLessThanOrEqualTo(size[0]);
        }
        page.setViewportSize(1440, 900);
        if (Boolean.getBoolean("docs.update")) {
            java.nio.file.Files.copy(
                    Path.of("target", "browser", name + "-1280.png"),
                    Path.of("docs", "images", "staff-" + name + ".png"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
