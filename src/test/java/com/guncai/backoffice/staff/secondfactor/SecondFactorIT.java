package com.guncai.backoffice.staff.secondfactor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.guncai.backoffice.journey.StaffBrowser;
import com.guncai.backoffice.testing.BackofficeTest;
import com.guncai.backoffice.testing.Browser;
import com.guncai.backoffice.testing.Json;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.AriaRole;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

/** As in production: managers, finance and administrators sign in with a code too, and programs with a password of their own. */
@BackofficeTest
@TestPropertySource(properties = "backoffice.second-factor.required=true")
@ExtendWith(Browser.class)
class SecondFactorIT {
    private static final String TASKS = "/camunda/api/engine/engine/default/task";
    private static final Pattern SECRET = Pattern.compile("<code id=\"secret\">([A-Z2-7 ]+)</code>");

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    @BeforeEach
    void nobodyIsEnrolled() {
        jdbc.update("delete from second_factor");
    }

    @Test
    void whoOwesACodeSeesNothingBeforeIt() {
        for (var user : new String[] {"manager", "finance", "admin"}) {
            var browser = StaffBrowser.of(port, user);

            assertThat(browser.get(TASKS).statusCode()).as(user).isEqualTo(401);
            assertThat(browser.get(TASKS).headers().firstValue("X-Second-Factor"))
                    .contains("required");
            assertThat(browser.get("/camunda/api/admin/auth/user/default").statusCode())
                    .isEqualTo(401);
            assertThat(browser.get("/staff/api/ledger/balances").statusCode()).isEqualTo(401);
            for (var page : new String[] {"/staff/money", "/staff/processes", "/camunda/app/tasklist/default/"}) {
                assertThat(browser.opens(page).headers().firstValue("Location").orElse("none"))
                        .as(page)
                        .endsWith("/staff/second-factor");
            }
            assertThat(text(browser.opens("/staff/second-factor"))).contains("绑定验证器");
        }
        assertThat(StaffBrowser.of(port, "flower").get(TASKS).statusCode()).isEqualTo(200);
    }

    @Test
    void aCodeCountsOnce() {
        var browser = StaffBrowser.of(port, "finance");
        var secret = enrols(browser);
        assertThat(browser.get(TASKS).statusCode()).isEqualTo(200);

        var again = StaffBrowser.of(port, "finance");
        assertThat(text(again.opens("/staff/second-factor"))).contains("输入验证码");
        assertThat(gives(again, code(secret, 0)).statusCode()).as("used").isEqualTo(400);
        assertThat(again.get(TASKS).statusCode()).isEqualTo(401);
        assertThat(gives(again, code(secret, 1)).statusCode()).isEqualTo(200);
        assertThat(again.get(TASKS).statusCode()).isEqualTo(200);
    }

    @Test
    void afterFiveWrongCodesNobodyTries() {
        var browser = StaffBrowser.of(port, "finance");
        var secret = enrols(browser);

        var guess = StaffBrowser.of(port, "finance");
        for (var n = 0; n < 5; n++) {
            assertThat(gives(guess, "abcdef").statusCode()).isEqualTo(400);
        }
        assertThat(gives(guess, code(secret, 1)).statusCode()).isEqualTo(429);
        assertThat(browser.get(TASKS).statusCode()).as("who is in stays in").isEqualTo(200);

        jdbc.update("update second_factor set blocked_until = enrolled_at");
        assertThat(gives(guess, code(secret, 1)).statusCode()).isEqualTo(200);
    }

    @Test
    void anAdministratorFreesWhoLostThePhone() {
        var finance = StaffBrowser.of(port, "finance");
        enrols(finance);
        var administrator = StaffBrowser.of(port, "admin");
        enrols(administrator);
        assertThat(text(administrator.opens("/staff/second-factors")))
                .contains("<span>财务演示</span><small class=\"soft\">finance</small>");

        assertThat(finance.sends("DELETE", "/staff/second-factors/admin", "").statusCode())
                .isEqualTo(403);
        assertThat(administrator
                        .sends("DELETE", "/staff/second-factors/finance", "")
                        .statusCode())
                .isEqualTo(200);

        assertThat(finance.get(TASKS).statusCode()).isEqualTo(401);
        assertThat(text(finance.opens("/staff/second-factor"))).contains("绑定验证器");
    }

    @Test
    void programsHaveAPasswordOfTheirOwn() {
        var manager = StaffBrowser.of(port, "manager");
        assertThat(status("manager", "manager")).isEqualTo(401);
        assertThat(manager.sends("POST", "/staff/second-factor/program-password", "")
                        .statusCode())
                .as("before the code")
                .isEqualTo(409);
        enrols(manager);
        assertThat(status("manager", "manager")).isEqualTo(401);

        var first = programPassword(manager);
        assertThat(status("manager", first)).isEqualTo(200);
        assertThat(status("manager", programPassword(manager))).isEqualTo(200);
        assertThat(status("manager", first)).as("the one before").isEqualTo(401);
        assertThat(status("flower", "flower")).isEqualTo(200);
        assertThat(jdbc.queryForList("select * from second_factor").toString()).doesNotContain(first);
    }

    @Test
    void theTasklistLeadsToTheCodeAndBack(BrowserContext browser) {
        var page = browser.newPage();
        signsIn(page, "manager");
        assertThat(page.getByText("扫这个二维码")).isVisible();
        page.screenshot(new ScreenshotOptions().setPath(Path.of("target/browser/second-factor-enrolment.png")));
        var secret = page.locator("#secret").innerText().replace(" ", "");

        types(page, "000000", "绑定并继续");
        assertThat(page.locator("#notice")).containsText("验证码不对");
        types(page, code(secret, 0), "绑定并继续");
        assertThat(page.getByText("待认领")).isVisible();

        page.navigate("http://127.0.0.1:" + port + "/staff/second-factor");
        page.onDialog(com.microsoft.playwright.Dialog::accept);
        page.getByText("生成程序专用密码").last().click();
        assertThat(page.getByText("只显示这一次")).isVisible();
        page.screenshot(new ScreenshotOptions().setPath(Path.of("target/browser/second-factor.png")));

        browser.clearCookies();
        signsIn(page, "manager");
        assertThat(page.getByText("打开手机上的验证器")).isVisible();
        page.screenshot(new ScreenshotOptions().setPath(Path.of("target/browser/second-factor-code.png")));
        types(page, code(secret, 1), "继续");
        assertThat(page.getByText("待认领")).isVisible();

        browser.clearCookies();
        jdbc.update("delete from second_factor where user_id = 'admin'");
        enrols(StaffBrowser.of(port, "admin"));
    }

    private void signsIn(Page page, String user) {
        page.navigate("http://127.0.0.1:" + port + "/camunda/app/tasklist/default/");
        var name = page.getByPlaceholder("用户名");
        var password = page.getByPlaceholder("密码");
        assertThat(name).isFocused();
        await().pollInSameThread().untilAsserted(() -> {
            name.fill(user);
            password.fill(user);
            assertThat(name.inputValue() + password.inputValue()).isEqualTo(user + user);
        });
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("登录")).click();
    }

    private static void types(Page page, String code, String button) {
        page.locator("input[name=code]").fill(code);
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(button)).click();
    }

    /** Answers the secret. */
    private String enrols(StaffBrowser browser) {
        var shown = SECRET.matcher(text(browser.opens("/staff/second-factor")));
        assertThat(shown.find()).isTrue();
        var secret = shown.group(1).replace(" ", "");
        assertThat(browser.sends("POST", "/staff/second-factor/enrolment?code=" + code(secret, 0), "")
                        .statusCode())
                .isEqualTo(200);
        return secret;
    }

    private static HttpResponse<byte[]> gives(StaffBrowser browser, String code) {
        return browser.sends("POST", "/staff/second-factor/code?code=" + code, "");
    }

    private static String programPassword(StaffBrowser browser) {
        var shown = Pattern.compile("<code>([A-Z2-7]{32})</code>")
                .matcher(text(browser.sends("POST", "/staff/second-factor/program-password", "")));
        assertThat(shown.find()).isTrue();
        return shown.group(1);
    }

    private int status(String user, String password) {
        return Json.at(port)
                .as(user, password)
                .get("/engine-rest/process-definition")
                .status();
    }

    private String code(String secret, int steps) {
        return OneTimeCodes.code(secret, clock.instant().plusSeconds(30L * steps));
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
