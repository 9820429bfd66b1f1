package com.guncai.backoffice.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.binarywang.wxpay.bean.request.WxPayUnifiedOrderV3Request;
import com.github.binarywang.wxpay.bean.result.enums.TradeTypeEnum;
import com.github.binarywang.wxpay.exception.WxPayException;
import com.github.binarywang.wxpay.service.WxPayService;
import com.guncai.backoffice.journey.MiniProgram;
import com.guncai.backoffice.sandbox.Payment;
import com.guncai.backoffice.sandbox.wechatpay.Forgery;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Only WeChat Pay's own word, of the agreed payment, moves an order; and it moves it once. */
class PaymentNotificationTest extends PaymentTest {
    @Autowired
    WxPayService weChatPay;

    private MiniProgram customer;
    private String orderNo;

    @BeforeEach
    void placeAnOrder() {
        customer = customer();
        orderNo = customer.placesFlowers();
    }

    @Test
    void aNoticePaysTheOrder() {
        assertThat(pays(Payment.of(orderNo))).containsExactly(204);
        var order = customer.order(orderNo);
        assertThat(order.text("/status")).isEqualTo("PAID");
        assertThat(order.text("/paidFen")).isEqualTo(order.text("/payableFen"));
        assertThat(payments.notifications(orderNo)).containsExactly("ACCEPTED");
        payments.carriesOut(orderNo, "Task_AwaitPayment");
        assertThat(payments.standsAt(orderNo)).contains("Task_PurchaseFlowers");
    }

    @ParameterizedTest
    @CsvSource({"SIGNATURE, 401, FORGED", "CERTIFICATE, 401, FORGED", "TIMESTAMP, 401, STALE", "AMOUNT, 422, MISMATCHED"
    })
    void aSpoiledNoticeChangesNothingAndIsRecorded(Forgery forgery, int answer, NotificationResult.Kind result) {
        var before = payments.notifications(result);
        assertThat(pays(Payment.of(orderNo).forged(forgery))).containsExactly(answer);
        assertThat(payments.notifications(result)).isEqualTo(before + 1);
        assertUnpaid();
        assertThat(pays(Payment.of(orderNo))).containsExactly(204);
        assertThat(customer.status(orderNo)).isEqualTo("PAID");
    }

    @Test
    void weChatPaysOwnProbeIsRefusedWithoutARecord() {
        var before = payments.allNotices();
        assertThat(pays(Payment.of(orderNo).forged(Forgery.PROBE))).containsExactly(401);
        assertThat(payments.allNotices()).isEqualTo(before);
        assertUnpaid();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                CapturedNotifications.TIMESTAMP,
                CapturedNotifications.NONCE,
                CapturedNotifications.SIGNATURE,
                CapturedNotifications.SERIAL
            })
    void eachHeaderIsNeeded(String header) {
        pays(Payment.of(orderNo));
        assertThat(notifications.last().without(header).arrives(port)).isEqualTo(401);
    }

    @Test
    void aWordOfItChangedIsForged() {
        pays(Payment.of(orderNo));
        var genuine = notifications.last();
        assertThat(genuine.saying(genuine.body().replace("支付成功", "支付失败")).arrives(port))
                .isEqualTo(401);
        assertThat(genuine.saying("").arrives(port)).isEqualTo(401);
        assertThat(genuine.saying("{}").arrives(port)).isEqualTo(401);
    }

    /** In public-key mode the SDK itself takes any serial number. */
    @Test
    void anotherSerialNumberIsForged() {
        pays(Payment.of(orderNo));
        assertThat(notifications
                        .last()
                        .with(CapturedNotifications.SERIAL, "PUB_KEY_ID_0000000000000000000000000000000000")
                        .arrives(port))
                .isEqualTo(401);
    }

    @Test
    void anExactReplayIsAnsweredWellAndChangesNothing() {
        pays(Payment.of(orderNo));
        assertThat(notifications.last().arrives(port)).isEqualTo(204);
        assertThat(payments.notifications(orderNo)).containsExactly("ACCEPTED", "REPEATED");
        assertThat(payments.transactions(orderNo)).isEqualTo(1);
    }

    @Test
    void theShorterAddressTakesNoticesToo() {
        pays(Payment.of(orderNo));
        assertThat(notifications.last().at("/callbacks/wechat-pay/payments").arrives(port))
                .isEqualTo(204);
    }

    @Test
    void fiveAtOnceAreOnePayment() {
        assertThat(pays(Payment.of(orderNo).repeated(5).atOnce())).isEqualTo(Collections.nCopies(5, 204));
        assertThat(payments.notifications(orderNo))
                .containsExactlyInAnyOrder("ACCEPTED", "REPEATED", "REPEATED", "REPEATED", "REPEATED");
        assertThat(payments.transactions(orderNo)).isEqualTo(1);
        payments.carriesOut(orderNo, "Task_AwaitPayment");
        assertThat(payments.standsAt(orderNo)).containsOnlyOnce("Task_PurchaseFlowers");
    }

    @Test
    void anOrderThatIsNotOursIsNotPaid() throws WxPayException {
        var unknown = "X" + orderNo;
        weChatPay.createOrderV3(
                TradeTypeEnum.JSAPI,
                new WxPayUnifiedOrderV3Request()
                        .setDescription("鲜花配送")
                        .setOutTradeNo(unknown)
                        .setAmount(new WxPayUnifiedOrderV3Request.Amount().setTotal(9900))
                        .setPayer(new WxPayUnifiedOrderV3Request.Payer().setOpenid(customer.openid())));
        assertThat(pays(Payment.of(unknown))).containsExactly(404);
        assertThat(payments.notifications(unknown)).containsExactly("UNKNOWN_ORDER ORDER_NOT_FOUND");
    }

    @Test
    void moneyForACancelledOrderIsKeptForItsRefund() {
        customer.api().post("/api/v1/orders/" + orderNo + "/cancellation").is(200);
        assertThat(pays(Payment.of(orderNo))).containsExactly(204);
        var order = customer.order(orderNo);
        assertThat(order.text("/status")).isEqualTo("REFUNDING");
        assertThat(payments.paidFen(orderNo))
                .isEqualTo(order.json().at("/payableFen").asLong());
        assertThat(order.body()).contains("订单取消后收到付款");
        assertThat(payments.transactions(orderNo)).isEqualTo(1);
    }

    private void assertUnpaid() {
        assertThat(customer.status(orderNo)).isEqualTo("AWAITING_PAYMENT");
        assertThat(payments.transactions(orderNo)).isZero();
        assertThat(payments.paidFen(orderNo)).isZero();
        assertThat(payments.standsAt(orderNo)).containsExactly("Task_AwaitPayment");
    }
}
