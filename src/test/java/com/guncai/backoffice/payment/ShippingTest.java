package com.guncai.backoffice.payment;

import static com.guncai.backoffice.sandbox.provider.Fault.Kind.ERROR;
import static com.guncai.backoffice.sandbox.provider.Fault.Kind.REFUSE;
import static com.guncai.backoffice.sandbox.provider.Fault.Target.WECHAT;
import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.journey.FlowerShop;
import com.guncai.backoffice.journey.MiniProgram;
import com.guncai.backoffice.sandbox.Payment;
import com.guncai.backoffice.sandbox.wechat.ShippingInfo;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** WeChat keeps the money frozen until it is told of the delivery. */
class ShippingTest extends PaymentTest {
    private static final String UPLOAD = "Task_UploadShipping";

    @Autowired
    PaymentTasks tasks;

    private MiniProgram customer;
    private String orderNo;

    @BeforeEach
    void aClerkBoughtTheFlowers() {
        customer = customer();
        orderNo = customer.placesFlowers();
        pays(Payment.of(orderNo));
        payments.carriesOut(orderNo, "Task_AwaitPayment");
        var shop = FlowerShop.foundFor(customer);
        shop.put("purchaseOrderNo", "MT" + orderNo);
        shop.put("purchaseCostYuan", 60);
        payments.completesTask(orderNo, shop);
    }

    @Test
    void flowersAreDeliveredWithinTheCity() {
        payments.carriesOut(orderNo, UPLOAD);
        var shipping = uploaded().orElseThrow();
        assertThat(shipping.logisticsType()).isEqualTo(2);
        assertThat(shipping.deliveryMode()).isEqualTo(1);
        assertThat(shipping.openid()).isEqualTo(customer.openid());
        assertThat(shipping.itemDesc()).isEqualTo("鲜花配送 " + orderNo);
        assertThat(payments.isShipped(orderNo)).isTrue();
    }

    @Test
    void itIsToldOnce() {
        payments.carriesOut(orderNo, UPLOAD);
        tasks.uploadShipping(orderNo);
        assertThat(uploaded().orElseThrow().uploads()).isEqualTo(1);
    }

    @Test
    void aPaymentThatWeChatDoesNotKnowYetIsToldOfLater() {
        fault(WECHAT, "shipping", REFUSE, "10060001");
        payments.triesInVain(orderNo, UPLOAD, "微信没有应答上传发货信息");
        assertThat(payments.isShipped(orderNo)).isFalse();
        assertThat(payments.job(orderNo, UPLOAD).getRetries()).isPositive();
        payments.carriesOut(orderNo, UPLOAD);
        assertThat(payments.isShipped(orderNo)).isTrue();
        assertThat(payments.incidents(orderNo)).isEmpty();
    }

    @Test
    void aBusyWeChatIsToldLater() {
        fault(WECHAT, "shipping", ERROR, null);
        payments.triesInVain(orderNo, UPLOAD, "微信没有应答上传发货信息");
        assertThat(payments.job(orderNo, UPLOAD).getRetries()).isPositive();
        payments.carriesOut(orderNo, UPLOAD);
        assertThat(payments.isShipped(orderNo)).isTrue();
    }

    @Test
    void whatGotThroughBeforeIsDone() {
        fault(WECHAT, "shipping", REFUSE, "10060002");
        payments.carriesOut(orderNo, UPLOAD);
        assertThat(payments.isShipped(orderNo)).isTrue();
    }

    @Test
    void aRefusalForGoodIsForPeopleToLookInto() {
        fault(WECHAT, "shipping", REFUSE, "10060031");
        payments.triesInVain(orderNo, UPLOAD, "微信拒绝上传发货信息（10060031）");
        assertThat(payments.incidents(orderNo)).containsExactly(UPLOAD + ": 微信拒绝上传发货信息（10060031），订单 " + orderNo);
        assertThat(payments.isShipped(orderNo)).isFalse();
    }

    private Optional<ShippingInfo> uploaded() {
        return sandbox.shipping().stream()
                .filter(shipping -> shipping.orderNo().equals(orderNo))
                .findFirst();
    }
}
