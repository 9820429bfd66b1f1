package com.guncai.backoffice.payment;

import static com.guncai.backoffice.sandbox.provider.Fault.Kind.ERROR;
import static com.guncai.backoffice.sandbox.provider.Fault.Kind.REFUSE;
import static com.guncai.backoffice.sandbox.provider.Fault.Kind.TIMEOUT;
import static com.guncai.backoffice.sandbox.provider.Fault.Target.WECHAT_PAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.journey.MiniProgram;
import com.guncai.backoffice.sandbox.Payment;
import com.guncai.backoffice.sandbox.provider.Fault;
import com.guncai.backoffice.testing.Json.Answer;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An order can be paid from the moment it is placed, or as soon as WeChat Pay is back. */
class PrepayTest extends PaymentTest {
    private MiniProgram customer;

    @BeforeEach
    void aCustomer() {
        customer = customer();
    }

    @Test
    void theOrderComesWithWhatPaysIt() {
        var order = customer.orders(customer.flowers()).is(201);
        for (var field : List.of("timeStamp", "nonceStr", "packageValue", "signType", "paySign")) {
            assertThat(order.text("/prepay/" + field)).as(field).isNotBlank();
        }
        assertThat(order.text("/prepay/signType")).isEqualTo("RSA");
        var announced = sandbox.order(order.text("/orderNo")).orElseThrow();
        assertThat(order.text("/prepay/packageValue")).isEqualTo("prepay_id=" + announced.prepayId());
        assertThat(announced.totalFen())
                .isEqualTo(order.json().at("/payableFen").asLong());
        assertThat(announced.expiresAt())
                .isEqualTo(OffsetDateTime.parse(order.text("/payBefore"))
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toInstant());
        assertThat(announced.notifyUrl()).endsWith("/api/v1/callbacks/wechat-pay/payments");
    }

    @Test
    void askingAgainAnswersTheSame() {
        var order = customer.orders(customer.flowers()).is(201);
        var again = payment(order.text("/orderNo")).is(200);
        assertThat(again.json()).isEqualTo(order.json().at("/prepay"));
    }

    /** Whether WeChat Pay did nothing, or did it and its answer got lost. */
    @ParameterizedTest
    @EnumSource(
            value = Fault.Kind.class,
            names = {"ERROR", "TIMEOUT"})
    void whileWeChatPayIsDownTheOrderStandsAndCanBePaidLater(Fault.Kind kind) {
        fault(WECHAT_PAY, "prepay", kind, null);
        var order = customer.orders(customer.flowers()).is(201);
        assertThat(order.json().has("prepay")).isTrue();
        assertThat(order.json().at("/prepay").isNull()).isTrue();
        var prepay = payment(order.text("/orderNo")).is(200);
        assertThat(payment(order.text("/orderNo")).is(200).json()).isEqualTo(prepay.json());
        assertThat(pays(Payment.of(order.text("/orderNo")))).containsExactly(204);
        assertThat(customer.status(order.text("/orderNo"))).isEqualTo("PAID");
    }

    @Test
    void stillDownIsSaidSo() {
        fault(WECHAT_PAY, "prepay", ERROR, null);
        fault(WECHAT_PAY, "prepay", ERROR, null);
        var orderNo = customer.placesFlowers();
        var refused = payment(orderNo).is(503);
        assertThat(refused.text("/code")).isEqualTo("PAYMENT_UNAVAILABLE");
    }

    @Test
    void aRefusalIsSaidSo() {
        fault(WECHAT_PAY, "prepay", REFUSE, "NO_AUTH");
        fault(WECHAT_PAY, "prepay", REFUSE, "NO_AUTH");
        var order = customer.orders(customer.flowers()).is(201);
        assertThat(order.json().at("/prepay").isNull()).isTrue();
        assertThat(payment(order.text("/orderNo")).is(502).text("/code")).isEqualTo("PAYMENT_REFUSED");
    }

    @Test
    void aPaymentThatOnlyWeChatPayKnowsOfIsFoundWhenAskedToPayAgain() {
        fault(WECHAT_PAY, "prepay", TIMEOUT, null);
        var orderNo = customer.placesFlowers();
        pays(Payment.of(orderNo).withoutNotice());
        assertThat(payment(orderNo).is(409).text("/code")).isEqualTo("ORDER_STATE");
        assertThat(customer.status(orderNo)).isEqualTo("PAID");
    }

    @Test
    void aPaidOrCancelledOrderIsNotPaidAgain() {
        var paid = customer.placesFlowers();
        pays(Payment.of(paid));
        assertThat(payment(paid).is(409).text("/code")).isEqualTo("ORDER_STATE");
        var cancelled = customer.placesFlowers();
        customer.api().post("/api/v1/orders/" + cancelled + "/cancellation").is(200);
        assertThat(payment(cancelled).is(409).text("/code")).isEqualTo("ORDER_STATE");
    }

    @Test
    void somebodyElsesOrderIsNotThere() {
        var orderNo = customer.placesFlowers();
        assertThat(customer()
                        .api()
                        .post("/api/v1/orders/" + orderNo + "/payment")
                        .is(404)
                        .text("/code"))
                .isEqualTo("ORDER_NOT_FOUND");
    }

    @Test
    void theSameKeyIsTheSameOrder() {
        var key = UUID.randomUUID().toString();
        var flowers = customer.flowers();
        var first = customer.orders(flowers, key).is(201);
        assertThat(customer.orders(flowers, key).is(201).json()).isEqualTo(first.json());
        flowers.put("cardMessage", "节日快乐");
        assertThat(customer.orders(flowers, key).is(409).text("/code")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(payments.ordersOf(key)).isEqualTo(1);
    }

    @Test
    void theSameKeyManyTimesAtOnceIsOneOrder() throws Exception {
        var key = UUID.randomUUID().toString();
        var flowers = customer.flowers();
        var asks = new ArrayList<Callable<Answer>>();
        for (int i = 0; i < 8; i++) {
            asks.add(() -> customer.orders(flowers, key));
        }
        var threads = Executors.newFixedThreadPool(asks.size());
        try {
            for (var answer : threads.invokeAll(asks)) {
                assertThat(answer.get().is(201).text("/prepay/packageValue")).startsWith("prepay_id=");
            }
        } finally {
            threads.shutdown();
        }
        assertThat(payments.ordersOf(key)).isEqualTo(1);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {" "})
    void aKeyIsRequired(String key) {
        var api = key == null ? customer.api() : customer.api().with("Idempotency-Key", key);
        assertThat(api.post("/api/v1/flower-orders", customer.flowers()).is(400).text("/code"))
                .isEqualTo("IDEMPOTENCY_KEY_REQUIRED");
    }

    @ParameterizedTest
    @CsvSource({"65", "200"})
    void aKeyHasAnEnd(int length) {
        assertThat(customer.orders(customer.flowers(), "k".repeat(length))
                        .is(400)
                        .text("/code"))
                .isEqualTo("IDEMPOTENCY_KEY_INVALID");
    }

    private Answer payment(String orderNo) {
        return customer.api().post("/api/v1/orders/" + orderNo + "/payment");
    }
}
