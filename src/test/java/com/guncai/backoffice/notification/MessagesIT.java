package com.guncai.backoffice.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.guncai.backoffice.journey.FlowerShop;
import com.guncai.backoffice.order.Orders;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.transaction.support.TransactionTemplate;

/** Messages of real processes through the real SDKs. */
class MessagesIT extends MessageFixture {
    @Autowired
    private Orders orders;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void aPaidOrderIsToldToTheDeskWithItsLink() {
        var orderNo = paidOrder();
        passes("PT1S");
        assertThat(smsAbout(orderNo, DESK)).singleElement().satisfies(sms -> {
            assertThat(sms.at("/signName").asText()).isEqualTo("滚财");
            assertThat(sms.at("/params/service").asText()).isEqualTo("鲜花配送");
            assertThat(sms.at("/params/link").asText()).isEqualTo(orderNo);
        });
        assertThat(only(orderNo).status()).isEqualTo(Message.Status.SENT);
    }

    @Test
    void nothingIsSentForAProcessThatRolledBack() {
        var orderNo = customer.placesFlowers();
        var payable = orders.get(orderNo).payableFen();
        transaction.executeWithoutResult(status -> {
            orders.pay(orderNo, payable);
            status.setRollbackOnly();
        });
        passes("PT1S");
        assertThat(smsAbout(orderNo, DESK)).isEmpty();
        assertThat(messages.findByOrderNoOrderById(orderNo)).isEmpty();
    }

    @Test
    void whoSubscribedReadsItInWeChat() {
        var orderNo = paidOrder();
        completed(orderNo);
        assertThat(weChatAbout(orderNo)).anySatisfy(message -> {
            assertThat(message.at("/template").asText()).isEqualTo("TMPL_CUSTOMER_ORDER_ACCEPTED");
            assertThat(message.at("/params/thing3").asText()).isEqualTo("花语鲜花");
            assertThat(message.at("/params/time4").asText()).matches("\\d+月\\d+日 \\d\\d:\\d\\d");
            assertThat(message.at("/page").asText()).isEqualTo("pages/order?no=" + orderNo);
        });
        assertThat(smsAbout(orderNo, customer.phone()))
                .noneSatisfy(sms -> assertThat(sms.at("/template").asText()).isEqualTo("SMS_CUSTOMER_ORDER_COMPLETED"));
    }

    @Test
    void whoRefusedWeChatGetsAnSmsAndNoLogSaysWhoTheyAre(CapturedOutput log) {
        sandbox.post("/sandbox/wechat/users/" + customer.openid() + "/subscription", Map.of("granted", false))
                .is(200);
        var orderNo = paidOrder();
        completed(orderNo);
        assertThat(weChatAbout(orderNo)).isEmpty();
        assertThat(smsAbout(orderNo, customer.phone()))
                .extracting(sms -> sms.at("/template").asText())
                .containsExactly("SMS_CUSTOMER_ORDER_COMPLETED", "SMS_CUSTOMER_ORDER_ACCEPTED");
        assertThat(log.getAll())
                .contains(orderNo)
                .doesNotContain(customer.phone(), customer.openid(), DESK, "access_token");
    }

    @ParameterizedTest
    @CsvSource({"🌹🌹, 附近花店", "https://shop.example.com/1, 附近花店", "花语🌹花艺 www.huayu.cn, 花语花艺"})
    void whateverAShopCallsItselfTheCustomerHearsOfIt(String shopName, String said) {
        sandbox.post("/sandbox/wechat/users/" + customer.openid() + "/subscription", Map.of("granted", false))
                .is(200);
        var orderNo = paidOrder();
        var shop = FlowerShop.foundFor(customer);
        shop.put("shopName", shopName);
        accepted(orderNo, shop);
        assertThat(smsAbout(orderNo, customer.phone())).singleElement().satisfies(sms -> assertThat(
                        sms.at("/params/shopName").asText())
                .isEqualTo(said));
        assertThat(incidents(orderNo)).isEmpty();
    }

    @Test
    void aDeliveryReportReachesItsMessage() {
        var orderNo = paidOrder();
        passes("PT1S");
        await().untilAsserted(() -> assertThat(only(orderNo).status()).isEqualTo(Message.Status.DELIVERED));
    }

    @Test
    void theLinkInTheMessageLeadsToTheTask() {
        assertThat(sandbox.get("/t/" + paidOrder()).status()).isEqualTo(302);
        assertThat(sandbox.get("/t/..%2Fx").status()).isGreaterThanOrEqualTo(400);
        assertThat(sandbox.post("/t/1").status()).isGreaterThanOrEqualTo(400);
    }
}
