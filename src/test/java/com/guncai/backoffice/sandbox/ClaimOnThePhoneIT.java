package com.guncai.backoffice.sandbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.guncai.backoffice.journey.Clerk;
import com.guncai.backoffice.testing.BackofficeTest;
import com.guncai.backoffice.testing.Browser;
import com.guncai.backoffice.testing.Json;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the sandbox phone shows of a claim whose payee is wrong, first by its form and then by what finance finds. */
@BackofficeTest
@ExtendWith(Browser.class)
class ClaimOnThePhoneIT {
    @LocalServerPort
    int port;

    @Test
    void whatIsWrongWithAPayeeIsSaidAtItsFieldAndCanBeMended(BrowserContext browser) {
        var phone = browser.newPage();
        opensTheForm(phone);
        phone.getByTestId("payee-alipay").fill("139");
        phone.getByTestId("payee-phone").fill("123");
        phone.getByTestId("submit-claim").click();
        assertThat(phone.getByTestId("claim-spent-wrong")).isVisible();
        assertThat(phone.getByTestId("payee-phone-wrong")).containsText("联系电话");
        phone.getByTestId("claim-spent").fill("86.50");
        phone.getByTestId("claim-sample").click();
        phone.getByTestId("payee-phone").fill("13900000004");
        phone.getByTestId("submit-claim").click();
        assertThat(phone.getByTestId("payee-alipay-wrong")).containsText("支付宝账号");
        phone.getByTestId("payee-alipay").fill("payer@example.com");
        phone.getByTestId("submit-claim").click();
        assertThat(phone.getByTestId("order-status")).hasText("审核中");
        assertThat(phone.getByTestId("cashback")).hasText("¥50.00");
        assertThat(phone.getByTestId("payee")).hasText("支付宝 p***@example.com");
        assertThat(phone.getByTestId("receipt")).isVisible();
        var orderNo = phone.getByTestId("order-no").innerText().strip();

        completes("review", orderNo, Map.of("approved", true));
        completes("finance", orderNo, Map.of("transferred", false, "failureReason", "账号不存在"));

        assertThat(phone.getByTestId("order-status")).hasText("请更正收款信息");
        phone.getByTestId("correct-payee").click();
        assertThat(phone.getByTestId("payee-sheet").getByTestId("payee-alipay"))
                .hasAttribute("placeholder", "现为 p***@example.com");
        phone.getByTestId("payee-way").selectOption("bank");
        phone.getByTestId("payee-name").fill("韦某某");
        phone.getByTestId("payee-card").fill("6222021234567890129");
        phone.getByTestId("payee-phone").fill("13900000004");
        phone.getByTestId("payee-submit").click();
        assertThat(phone.getByTestId("payee-card-wrong")).containsText("银行卡号有误");
        assertThat(phone.getByTestId("payee-name")).hasValue("韦某某");
        phone.getByTestId("payee-card").fill("6222021234567890128");
        phone.getByTestId("payee-submit").click();
        assertThat(phone.getByTestId("order-status")).hasText("审核通过");
        assertThat(phone.getByTestId("payee")).hasText("韦** 银行卡 **** 0128");
    }

    private void opensTheForm(Page phone) {
        var number = "132%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000));
        Json.at(port)
                .post("/sandbox/coupons", Map.of("phone", number, "product", "fuel-50"))
                .is(201);
        phone.navigate("http://127.0.0.1:" + port + "/sandbox");
        phone.getByTestId("user-phone").fill(number);
        phone.getByTestId("user-new").click();
        phone.getByTestId("login-button").first().click();
        phone.getByTestId("bind-phone-allow").click();
        phone.getByTestId("service-FUEL").click();
    }

    private void completes(String user, String orderNo, Map<String, ?> answers) {
        var clerk = new Clerk(port, user);
        var task = await().until(() -> clerk.task(orderNo), Optional::isPresent)
                .orElseThrow()
                .get("id")
                .asText();
        clerk.claims(task).is(204);
        clerk.completes(task, answers).is(204);
    }
}
