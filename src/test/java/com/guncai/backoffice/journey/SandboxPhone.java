package com.guncai.backoffice.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;

/** The customer's phone as the sandbox shows it. */
final class SandboxPhone {
    private SandboxPhone() {}

    /** A new customer signs in, tops a phone up and pays: ends at the order. @return its number */
    static String topsUp(Page phone, int port) {
        phone.navigate("http://127.0.0.1:" + port + "/sandbox");
        phone.getByTestId("login-button").first().click();
        phone.getByTestId("bind-phone-allow").click();
        phone.getByTestId("service-TOP_UP").click();
        phone.getByTestId("top-up-phone").fill("13800138000");
        phone.getByTestId("submit-order").click();
        phone.getByTestId("pay-confirm").click();
        phone.getByTestId("pay-done").click();
        assertThat(phone.getByTestId("order-status")).hasText("待接单");
        return phone.getByTestId("order-no").innerText().strip();
    }
}
