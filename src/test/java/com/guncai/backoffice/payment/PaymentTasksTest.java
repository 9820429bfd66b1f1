package com.guncai.backoffice.payment;

import static com.guncai.backoffice.sandbox.provider.Fault.Kind.ERROR;
import static com.guncai.backoffice.sandbox.provider.Fault.Kind.REFUSE;
import static com.guncai.backoffice.sandbox.provider.Fault.Target.WECHAT_PAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.journey.MiniProgram;
import com.guncai.backoffice.sandbox.Payment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A lost notification costs nobody anything: the process asks WeChat Pay itself, and closes what nobody paid. */
class PaymentTasksTest extends PaymentTest {
    private MiniProgram customer;
    private String orderNo;

    @BeforeEach
    void placeAnOrder() {
        customer = customer();
        orderNo = customer.placesFlowers();
    }

    @Test
    void aLostNoticeIsSettledByAsking() {
        pays(Payment.of(orderNo).withoutNotice());
        asksWeChatPay();
        assertThat(customer.status(orderNo)).isEqualTo("PAID");
        payments.carriesOut(orderNo, "Task_AwaitPayment");
        assertThat(payments.standsAt(orderNo)).containsOnlyOnce("Task_PurchaseFlowers");
        assertThat(payments.incidents(orderNo)).isEmpty();
    }

    @Test
    void asLongAsNobodyPaidAskingChangesNothing() {
        asksWeChatPay();
        assertThat(customer.status(orderNo)).isEqualTo("AWAITING_PAYMENT");
        assertThat(payments.standsAt(orderNo)).containsExactly("Task_AwaitPayment");
    }

    @Test
    void whileWeChatPayIsDownAskingChangesNothing() {
        pays(Payment.of(orderNo).withoutNotice());
        fault(WECHAT_PAY, "query", ERROR, null);
        asksWeChatPay();
        assertThat(customer.status(orderNo)).isEqualTo("AWAITING_PAYMENT");
        asksWeChatPay();
        assertThat(customer.status(orderNo)).isEqualTo("PAID");
    }

    @Test
    void anOrderThatNobodyPaidInTimeIsClosedThere() {
        becomesOverdue();
        assertThat(stateAtWeChatPay(orderNo)).isEqualTo("CLOSED");
        assertThat(customer.status(orderNo)).isEqualTo("CANCELLED");
        assertThat(payments.standsAt(orderNo)).isEmpty();
    }

    @Test
    void oneThatWasPaidInTheLastMomentGoesOn() {
        pays(Payment.of(orderNo).withoutNotice());
        becomesOverdue();
        assertThat(customer.status(orderNo)).isEqualTo("PAID");
        assertThat(payments.standsAt(orderNo)).contains("Task_PurchaseFlowers");
    }

    @Test
    void oneThatWeChatPayWasNeverToldOfIsCancelled() {
        fault(WECHAT_PAY, "prepay", ERROR, null);
        orderNo = customer.placesFlowers();
        becomesOverdue();
        assertThat(customer.status(orderNo)).isEqualTo("CANCELLED");
    }

    @Test
    void closingIsTriedAgainWhileWeChatPayIsDown() {
        fault(WECHAT_PAY, "close", ERROR, null);
        payments.carriesOut(orderNo, "BoundaryEvent_PaymentOverdue");
        payments.triesInVain(orderNo, "Task_ClosePayment", "微信没有应答关闭支付单");
        assertThat(customer.status(orderNo)).isEqualTo("AWAITING_PAYMENT");
        assertThat(payments.standsAt(orderNo)).containsExactly("Task_ClosePayment");
        payments.carriesOut(orderNo, "Task_ClosePayment");
        assertThat(customer.status(orderNo)).isEqualTo("CANCELLED");
    }

    @Test
    void whatWeChatPayWillNotCloseIsForPeopleToLookInto() {
        fault(WECHAT_PAY, "close", REFUSE, "NO_AUTH");
        payments.carriesOut(orderNo, "BoundaryEvent_PaymentOverdue");
        payments.triesInVain(orderNo, "Task_ClosePayment", "微信拒绝关闭支付单（NO_AUTH）");
        assertThat(payments.incidents(orderNo)).containsExactly("Task_ClosePayment: 微信拒绝关闭支付单（NO_AUTH），订单 " + orderNo);
        assertThat(customer.status(orderNo)).isEqualTo("AWAITING_PAYMENT");
    }

    @Test
    void anOrderTheCustomerCancelledIsClosedThere() {
        customer.api().post("/api/v1/orders/" + orderNo + "/cancellation").is(200);
        payments.carriesOut(orderNo, "Task_ClosePayment");
        assertThat(stateAtWeChatPay(orderNo)).isEqualTo("CLOSED");
        assertThat(customer.status(orderNo)).isEqualTo("CANCELLED");
        assertThat(payments.standsAt(orderNo)).isEmpty();
    }

    @Test
    void aPaymentFoundWhenClosingACancelledOrderIsKeptForItsRefund() {
        customer.api().post("/api/v1/orders/" + orderNo + "/cancellation").is(200);
        pays(Payment.of(orderNo).withoutNotice());
        payments.carriesOut(orderNo, "Task_ClosePayment");
        assertThat(customer.order(orderNo).body()).contains("订单取消后收到付款");
        assertThat(payments.transactions(orderNo)).isEqualTo(1);
        assertThat(payments.standsAt(orderNo)).isEmpty();
    }

    private void asksWeChatPay() {
        payments.carriesOut(orderNo, "BoundaryEvent_PaymentUnclear");
        payments.carriesOut(orderNo, "Task_QueryPayment");
    }

    private void becomesOverdue() {
        payments.carriesOut(orderNo, "BoundaryEvent_PaymentOverdue");
        payments.carriesOut(orderNo, "Task_ClosePayment");
    }
}
