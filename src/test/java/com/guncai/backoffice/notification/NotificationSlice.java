package com.guncai.backoffice.notification;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.binarywang.wx.miniapp.api.WxMaService;
import cn.binarywang.wx.miniapp.api.WxMaSubscribeService;
import com.guncai.backoffice.coupon.batch.BatchOwners;
import com.guncai.backoffice.customer.Customers;
import com.guncai.backoffice.order.Order;
import com.guncai.backoffice.order.OrderStatus;
import com.guncai.backoffice.order.Orders;
import com.guncai.backoffice.process.Processes;
import com.guncai.backoffice.settings.StoredSettings;
import com.guncai.backoffice.shared.DemoDigests;
import com.guncai.backoffice.testing.DemoServices;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * The module with its own tables on H2, and nothing of its neighbours but their answers. No {@code @Configuration}: the
 * application in the same packages would find it.
 */
@AutoConfigurationPackage
@Import({
    MessageLog.class,
    MessageWordings.class,
    MessageMetrics.class,
    SmsCircuitBreaker.class,
    SmsChannel.class,
    WeChatChannel.class,
    SmsReports.class,
    MessageProcess.class,
    DutyRoster.class,
    OwnerMessages.class,
    BatchOwners.class,
    DemoDigests.Keys.class
})
class NotificationSlice {
    static final String FIRST = "13800000001";
    static final String SECOND = "13800000002";
    static final String THIRD = "13800000003";
    static final String CUSTOMER = "13900000009";
    static final String OPENID = "oAbcdefghijklmnop";
    static final long REACHABLE = 1;
    static final long WITHOUT_PHONE = 2;

    @Bean
    MovableClock clock() {
        return new MovableClock();
    }

    @Bean
    ScriptedSms smsSender() {
        return new ScriptedSms();
    }

    @Bean
    SimpleMeterRegistry meterRegistry() {
        return new SimpleMeterRegistry();
    }

    @Bean
    SmsProperties smsProperties() {
        return new SmsProperties(
                "id",
                "secret",
                "127.0.0.1",
                "HTTP",
                "滚财",
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofMinutes(15),
                2,
                null);
    }

    @Bean
    NotificationProperties notificationProperties() {
        var staff = new NotificationProperties.Template("SMS_1", "", Map.of());
        var customer = new NotificationProperties.Template(
                "SMS_2", "tmpl-accepted", Map.of("thing1", "service", "phrase2", "status"));
        return new NotificationProperties(
                Map.of("flower-desk", List.of(FIRST, SECOND, THIRD, FIRST), "finance", List.of()),
                "pages/order?no=",
                Map.of(
                        "DESK_ORDER_PAID", staff,
                        "DESK_TASK_OVERDUE", staff,
                        "CUSTOMER_ORDER_ACCEPTED", customer,
                        "CUSTOMER_ORDER_COMPLETED", staff,
                        "CUSTOMER_COUPONS_ISSUED", staff));
    }

    /** Nobody made a roster. */
    @Bean
    StoredSettings storedSettings() {
        return mock(StoredSettings.class);
    }

    /** Answers the thread's {@link Step}. */
    @Bean
    Processes processes() {
        var processes = mock(Processes.class);
        when(processes.currentStep()).thenAnswer(call -> Step.CURRENT.get());
        return processes;
    }

    @Bean
    Orders orders() {
        var orders = mock(Orders.class);
        when(orders.get(anyString())).thenAnswer(call -> order(call.getArgument(0)));
        when(orders.find(anyString())).thenAnswer(call -> Optional.of(order(call.getArgument(0))));
        return orders;
    }

    @Bean
    Customers customers() {
        var customers = mock(Customers.class);
        when(customers.contact(REACHABLE)).thenReturn(new Customers.Contact(OPENID, CUSTOMER));
        when(customers.contact(WITHOUT_PHONE)).thenReturn(new Customers.Contact(OPENID, null));
        return customers;
    }

    @Bean
    WxMaSubscribeService subscribeMessages() {
        return mock(WxMaSubscribeService.class);
    }

    @Bean
    WxMaService wxMaService(WxMaSubscribeService subscribeMessages) {
        var service = mock(WxMaService.class);
        when(service.getSubscribeService()).thenReturn(subscribeMessages);
        return service;
    }

    @Bean
    MessageFacts flowerFacts() {
        var facts = mock(MessageFacts.class);
        when(facts.concerns(any())).thenReturn(true);
        when(facts.placeholders()).thenReturn(Map.of("shopName", "附近花店", "eta", "约定时间"));
        when(facts.of(any())).thenReturn(Map.of("shopName", "青秀花店", "eta", "11月24日 15:00"));
        return facts;
    }

    private static Order order(String orderNo) {
        var order = mock(Order.class);
        when(order.orderNo()).thenReturn(orderNo);
        when(order.service()).thenReturn(DemoServices.FLOWER);
        when(order.status()).thenReturn(OrderStatus.ACCEPTED);
        when(order.customerId()).thenReturn(orderNo.startsWith("X") ? WITHOUT_PHONE : REACHABLE);
        return order;
    }

    /** Which step of a process the test plays. */
    static final class Step {
        static final InheritableThreadLocal<String> CURRENT = new InheritableThreadLocal<>();

        private Step() {}
    }
}
