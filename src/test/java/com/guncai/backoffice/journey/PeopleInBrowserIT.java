package com.guncai.backoffice.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.guncai.backoffice.testing.BackofficeTest;
import com.guncai.backoffice.testing.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An administrator makes an account; its owner hands in a list, is told what is wrong with the first, and takes the next back. */
@BackofficeTest
@ExtendWith(Browser.class)
class PeopleInBrowserIT {
    private static final String PASSWORD = "Guang1Xi!Nan2Ning";

    @LocalServerPort
    int port;

    @Test
    void somebodyNewIsMadePutIntoDesksAndDisabledOnOnePage(BrowserContext browser) {
        var page = browser.newPage();
        TasklistSignIn.as(page, port, "admin");
        page.navigate(at("/staff/people"));
        page.getByText("新增员工").click();
        page.getByLabel("账号（小写字母和数字，登录用）").fill("chenchen");
        page.getByLabel("姓名").fill("陈晨");
        page.locator(".new").getByLabel("券码台").check();
        page.locator(".new").getByLabel("客服").check();
        pictures(page, "people-new");
        button(page, "新增").click();
        var link = page.locator("#link").inputValue();
        assertThat(page.locator("#people")).containsText("至少 12 位");
        pictures(page, "people-link");

        var person = page.locator("[data-user=chenchen]");
        person.getByText("修改").click();
        person.locator("select[name=group]").selectOption("flower-desk");
        person.locator("input[name=until]")
                .fill(LocalDate.now().plusYears(0).plusDays(300).toString());
        person.getByText("安排代班").click();
        assertThat(page.locator("[data-user=chenchen] .badges")).containsText("代班 鲜花台");
        page.locator("[data-user=chenchen]").getByText("修改").click();
        pictures(page, "people-person");

        browser.clearCookies();
        page.navigate(link);
        page.getByLabel("新密码").fill("Kurz1!aaaaaaa2");
        page.getByLabel("再输一次").fill("Kurz1!aaaaaaa3");
        button(page, "设置密码").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("不一样");
        pictures(page, "people-password");
        page.getByLabel("新密码").fill(PASSWORD);
        page.getByLabel("再输一次").fill(PASSWORD);
        button(page, "设置密码").click();
        assertThat(page.locator("#user")).hasText("chenchen");
        Assertions.assertThat(page.url())
                .as("the secret is gone from the address")
                .doesNotContain("#");
        page.getByText("去登录").click();
        page.getByPlaceholder("用户名").fill("chenchen");
        page.getByPlaceholder("密码").fill(PASSWORD);
        button(page, "登录").click();
        assertThat(page.getByText("待认领")).isVisible();

        browser.clearCookies();
        TasklistSignIn.as(page, port, "admin");
        page.navigate(at("/staff/people"));
        page.onDialog(dialog -> dialog.accept());
        page.locator("[data-user=chenchen]").getByText("修改").click();
        page.locator("[data-user=chenchen]")
                .getByRole(AriaRole.BUTTON, new com.microsoft.playwright.Locator.GetByRoleOptions().setName("停用"))
                .click();
        assertThat(page.locator("[data-user=chenchen]")).containsText("已停用");
        assertThat(page.locator("#changes")).containsText("停用，原岗位");
        pictures(page, "people-changes");
    }

    @Test
    void aRefusedFileIsOneSentenceAndAListIsWithdrawn(BrowserContext browser) {
        var page = browser.newPage();
        TasklistSignIn.as(page, port, "coupon");
        var answered = new java.util.concurrent.atomic.AtomicInteger();
        page.onResponse(response -> {
            if (response.url().endsWith("/submit-form")) answered.set(response.status());
        });
        handsIn(page, "业务员,联系电话,客户,手机\n甲,13800000001,乙,13800000002");
        assertThat(page.locator("body")).containsText("有 2 列都可能是“手机号”：“联系电话”（B 列）、“手机”（D 列）");
        Assertions.assertThat(page.locator("body").innerText()).doesNotContain("Cannot", "instantiate", "ENGINE-");
        Assertions.assertThat(answered).hasValue(400);
        pictures(page, "refused-file");

        page.navigate(at("/camunda/app/tasklist/default/"));
        handsIn(page, "手机号;备注\n=\"13800000001\";a,b\n13800000002;c,d");
        assertThat(page.locator("input[type=file]")).hasCount(0);

        page.navigate(at("/staff/batches?q=PICC-撤回"));
        page.onDialog(dialog -> dialog.accept());
        var list = page.locator("#batches tbody tr");
        assertThat(list).containsText("等待确认");
        assertThat(list).containsText("券码内勤演示");
        pictures(page, "batches-search");
        list.getByText("撤回").last().click();
        assertThat(list).containsText("已撤回");
        pictures(page, "batches-withdrawn");
    }

    private static void handsIn(Page tasklist, String list) {
        tasklist.getByText("发起流程").first().click();
        tasklist.getByText("批量发券").last().click();
        tasklist.locator("input[type=file]")
                .setInputFiles(new FilePayload("名单.csv", "text/csv", list.getBytes(StandardCharsets.UTF_8)));
        tasklist.locator("#couponProduct").selectOption("fuel-50");
        tasklist.locator("#batchNo").fill("PICC-撤回");
        tasklist.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("发起").setExact(true))
                .click();
    }

    private static com.microsoft.playwright.Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    private String at(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** At a desk and on a phone. */
    private static void pictures(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "browser", name + ".png")));
        page.setViewportSize(390, 844);
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "browser", name + "-phone.png")));
        page.setViewportSize(1400, 950);
    }
}
