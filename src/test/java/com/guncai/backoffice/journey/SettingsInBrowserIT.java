package com.guncai.backoffice.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.guncai.backoffice.testing.BackofficeTest;
import com.guncai.backoffice.testing.Browser;
import com.guncai.backoffice.testing.Json;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.GetByLabelOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A manager changes a price and who is on duty, and takes a change back. */
@BackofficeTest
@ExtendWith(Browser.class)
class SettingsInBrowserIT {
    @LocalServerPort
    int port;

    @Test
    void aPriceIsChangedAndTakenBack(BrowserContext browser) {
        var customer = MiniProgram.of(port, "136%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
        var open = customer.placesFlowers();
        var page = browser.newPage();
        TasklistSignIn.as(page, port, "manager");
        page.navigate("http://127.0.0.1:" + port + "/staff/settings");
        pictures(page, "settings");
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("鲜花 品名")).click();

        var roses = page.locator("[data-item=red-roses-11]");
        roses.locator("summary").click();
        roses.getByLabel("价格").fill("0");
        roses.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("保存"))
                .click();
        assertThat(page.locator("#notice")).containsText("价格：须为 0.01 到 100000 元");
        roses.getByLabel("价格").fill("168.50");
        pictures(page, "settings-flowers");
        roses.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("保存"))
                .click();
        assertThat(page.locator(".done")).hasText("已保存，马上生效");
        assertThat(page.locator(".changes tbody tr").first()).containsText("¥150.00 → ¥168.50");
        pictures(page, "settings-changed");
        Assertions.assertThat(price(customer, customer.placesFlowers())).isEqualTo(16_850);
        Assertions.assertThat(price(customer, open)).isEqualTo(15_000);

        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("撤回"))
                .first()
                .click();
        assertThat(page.locator(".done")).hasText("已撤回");
        Assertions.assertThat(price(customer, customer.placesFlowers())).isEqualTo(15_000);
    }

    @Test
    void aPictureIsDrawnAnewAndShownInTheCatalogue(BrowserContext browser) throws IOException {
        var page = browser.newPage();
        TasklistSignIn.as(page, port, "manager");
        page.navigate("http://127.0.0.1:" + port + "/staff/settings/flowers");
        var tulips = page.locator("[data-item=tulips-10]");
        tulips.locator("summary").click();
        var upload = tulips.locator("input[type=file]");
        upload.setInputFiles(new FilePayload("x.svg", "image/svg+xml", "<svg onload='alert(1)'/>".getBytes(UTF_8)));
        tulips.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("上传"))
                .click();
        assertThat(page.locator("#notice")).isVisible();
        var png = new ByteArrayOutputStream();
        var drawn = new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB);
        drawn.createGraphics().fillOval(20, 20, 200, 200);
        ImageIO.write(drawn, "png", png);
        upload.setInputFiles(new FilePayload("x.png", "image/png", png.toByteArray()));
        tulips.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("上传"))
                .click();
        assertThat(page.locator(".done")).containsText("图片已换");
        page.locator("[data-item=tulips-10] summary").click();
        pictures(page, "settings-picture");

        var address = Json.at(port).get("/api/v1/catalog").json().toString();
        var found =
                Pattern.compile("/images/flowers/uploaded/[0-9a-f]{64}\\.jpg").matcher(address);
        Assertions.assertThat(found.find()).isTrue();
        var shown = page.request().get("http://127.0.0.1:" + port + found.group());
        Assertions.assertThat(shown.headers().get("content-type")).isEqualTo("image/jpeg");
    }

    @Test
    void theNextMessageFollowsTheRoster(BrowserContext browser) {
        var phone = "135%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000));
        var page = browser.newPage();
        TasklistSignIn.as(page, port, "manager");
        page.navigate("http://127.0.0.1:" + port + "/staff/settings/duty");
        page.getByText("新增一项").click();
        var form = page.locator(".add");
        form.getByLabel("岗位").selectOption("flower-desk");
        form.getByLabel("姓名").fill("甲");
        form.getByLabel("手机", new GetByLabelOptions().setExact(true)).fill(phone);
        form.getByLabel("从", new GetByLabelOptions().setExact(true)).fill("00:00");
        form.getByLabel("到", new GetByLabelOptions().setExact(true)).fill("00:00");
        pictures(page, "settings-duty-form");
        form.getByRole(AriaRole.BUTTON).click();
        assertThat(page.locator(".now")).containsText(phone.substring(0, 3) + "****" + phone.substring(7));
        pictures(page, "settings-duty");

        var customer = MiniProgram.of(port, "136%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
        var orderNo = customer.placesFlowers();
        customer.pays(orderNo);
        await().untilAsserted(() -> Assertions.assertThat(
                        Json.at(port).get("/sandbox/sms?phone=" + phone).json().toString())
                .contains(orderNo));

        page.onDialog(dialog -> dialog.accept());
        page.locator(".item summary").first().click();
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("删除"))
                .first()
                .click();
        assertThat(page.locator(".done")).hasText("已删除");
    }

    @Test
    void aDeadlineIsChangedInThePageAndSeenOnTheNextTask(BrowserContext browser) {
        var page = browser.newPage();
        TasklistSignIn.as(page, port, "manager");
        page.navigate("http://127.0.0.1:" + port + "/staff/processes/Deadlines/table");
        var row = page.locator("[data-row=Rule_Flowerpurchase]");
        row.getByLabel(Pattern.compile("截止")).fill("三十");
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("检查并保存")).click();
        assertThat(page.locator("#notice")).isVisible();
        pictures(page, "settings-table-refused");
        row.getByLabel(Pattern.compile("截止")).fill("47");
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("检查并保存")).click();
        assertThat(page.locator(".done")).containsText("马上生效");
        assertThat(row.getByLabel(Pattern.compile("截止"))).hasValue("47");
        pictures(page, "settings-table");
        Json.at(port).post("/sandbox/clock", Map.of("advance", "PT11S")).is(200);

        var orders = new GiftOrders(port);
        var task = orders.clerk().awaitsTask(orders.paid());
        var time = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");
        Assertions.assertThat(Duration.between(
                        OffsetDateTime.parse(task.get("created").asText(), time),
                        OffsetDateTime.parse(task.get("due").asText(), time)))
                .isEqualTo(Duration.ofMinutes(47));
    }

    private static long price(MiniProgram customer, String orderNo) {
        return customer.order(orderNo).is(200).json().get("priceFen").asLong();
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
