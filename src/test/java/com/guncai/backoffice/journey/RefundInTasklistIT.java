package com.guncai.backoffice.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.guncai.backoffice.testing.BackofficeTest;
import com.guncai.backoffice.testing.Browser;
import com.guncai.backoffice.testing.Json;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.GetByTextOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The two forms of a refund as customer service and finance fill them, in a real Chromium. */
@BackofficeTest
@ExtendWith(Browser.class)
class RefundInTasklistIT {
    @LocalServerPort
    int port;

    MiniProgram customer;
    String orderNo;

    @BeforeEach
    void aRefundIsAskedFor() {
        customer = MiniProgram.of(port, "138%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
        orderNo = customer.placesFlowers();
        customer.pays(orderNo);
        customer.asksForRefund(orderNo, "收花人出差了").is(202);
    }

    @Test
    void customerServiceGivesPartOfItBack(BrowserContext browser) {
        var tasklist = opensAs(browser, "service", "客服审核退单");
        assertThat(tasklist.getByRole(
                        AriaRole.HEADING, new GetByRoleOptions().setName(Pattern.compile("退单 · 鲜花配送 ¥150.00"))))
                .isVisible();
        assertThat(tasklist.getByText("还没有采购记录")).isVisible();
        assertThat(tasklist.getByText(Pattern.compile("收花人出差了（用户申请"))).isVisible();
        claims(tasklist);

        tasklist.getByText("同意", new GetByTextOptions().setExact(true)).click();
        assertThat(tasklist.getByText(Pattern.compile("不填就退 ¥150.00"))).isVisible();
        tasklist.getByLabel(Pattern.compile("退款金额")).fill("10");
        assertThat(tasklist.getByText(Pattern.compile("退 10 元，最多 ¥150.00"))).isVisible();
        tasklist.getByLabel(Pattern.compile("和用户商定的结果")).fill("退差价");
        completes(tasklist);

        await().untilAsserted(
                        () -> Assertions.assertThat(customer.order(orderNo).text("/refund/status"))
                                .isEqualTo("REFUNDED"));
        var refund = customer.order(orderNo);
        Assertions.assertThat(refund.text("/status")).as("the order goes on").isEqualTo("PAID");
        Assertions.assertThat(refund.json().at("/refund/refundFen").asLong()).isEqualTo(1_000);
        Assertions.assertThat(refund.text("/refund/decisionNote")).isEqualTo("退差价");
    }

    @Test
    void customerServiceGivesAllOfItBackWithoutTypingASum(BrowserContext browser) {
        var tasklist = opensAs(browser, "service", "客服审核退单");
        claims(tasklist);

        tasklist.getByText("同意", new GetByTextOptions().setExact(true)).click();
        completes(tasklist);

        await().untilAsserted(
                        () -> Assertions.assertThat(customer.status(orderNo)).isEqualTo("REFUNDED"));
        Assertions.assertThat(
                        customer.order(orderNo).json().at("/refund/refundFen").asLong())
                .isEqualTo(15_000);
    }

    @Test
    void financeRecordsTheTransfer(BrowserContext browser) {
        Json.at(port)
                .post(
                        "/sandbox/faults",
                        Map.of(
                                "target", "wechat-pay",
                                "operation", "refund",
                                "fault", "refuse",
                                "code", "USER_ACCOUNT_ABNORMAL",
                                "times", 1))
                .is(200);
        var service = new Clerk(port, "service");
        service.completes(service.refundTask(orderNo).orElseThrow().get("id").asText(), Map.of("refundApproved", true))
                .is(204);
        await().untilAsserted(() -> Assertions.assertThat(new Clerk(port, "finance").refundTask(orderNo))
                .isPresent());

        var tasklist = opensAs(browser, "finance", "人工退款");
        assertThat(tasklist.getByText("用户的微信账户异常或已注销")).isVisible();
        claims(tasklist);
        tasklist.getByLabel(Pattern.compile("银行流水号")).fill("BF" + orderNo);
        completes(tasklist);

        await().untilAsserted(
                        () -> Assertions.assertThat(customer.status(orderNo)).isEqualTo("REFUNDED"));
    }

    private Page opensAs(BrowserContext browser, String user, String task) {
        var tasklist = browser.newPage();
        TasklistSignIn.as(tasklist, port, user);
        tasklist.navigate("http://127.0.0.1:" + port + "/t/" + orderNo);
        tasklist.getByText(task, new GetByTextOptions().setExact(true)).first().click();
        return tasklist;
    }

    private static void claims(Page tasklist) {
        tasklist.getByText("认领", new GetByTextOptions().setExact(true)).click();
    }

    private static void completes(Page tasklist) {
        tasklist.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("完成").setExact(true))
                .click();
    }
}
