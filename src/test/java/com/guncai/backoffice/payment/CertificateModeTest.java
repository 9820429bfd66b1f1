package com.guncai.backoffice.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.sandbox.Payment;
import com.guncai.backoffice.sandbox.wechatpay.Forgery;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Merchants of before 2024 have no public key of WeChat Pay; its certificates are downloaded instead. */
@TestPropertySource(properties = "backoffice.wechat-pay.verification=CERTIFICATE")
class CertificateModeTest extends PaymentTest {

    @Test
    void anOrderIsAnnouncedAndPaid() {
        var customer = customer();
        var order = customer.orders(customer.flowers()).is(201);
        assertThat(order.text("/prepay/packageValue")).startsWith("prepay_id=");
        var orderNo = order.text("/orderNo");
        assertThat(pays(Payment.of(orderNo).forged(Forgery.CERTIFICATE))).containsExactly(401);
        assertThat(pays(Payment.of(orderNo).forged(Forgery.SIGNATURE))).containsExactly(401);
        assertThat(customer.status(orderNo)).isEqualTo("AWAITING_PAYMENT");
        assertThat(pays(Payment.of(orderNo))).containsExactly(204);
        assertThat(notifications
                        .last()
                        .with(CapturedNotifications.SERIAL, "not hex")
                        .arrives(port))
                .isEqualTo(401);
        assertThat(customer.status(orderNo)).isEqualTo("PAID");
    }
}
