package com.guncai.backoffice.payment;

import com.guncai.backoffice.journey.MiniProgram;
import com.guncai.backoffice.sandbox.Payment;
import com.guncai.backoffice.sandbox.Sandbox;
import com.guncai.backoffice.sandbox.provider.AppNodes.Delivery;
import com.guncai.backoffice.sandbox.provider.Fault;
import com.guncai.backoffice.testing.ProcessTest;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A customer, WeChat Pay's sandbox and the tables of payments. */
@ProcessTest
@Import(PaymentFixture.Beans.class)
abstract class PaymentTest {
    private static final AtomicInteger customers = new AtomicInteger();

    @LocalServerPort
    int port;

    @Autowired
    Sandbox sandbox;

    @Autowired
    PaymentFixture payments;

    @Autowired
    CapturedNotifications notifications;

    @AfterEach
    void faultsEndWithTheTest() {
        sandbox.clearFaults();
    }

    MiniProgram customer() {
        return MiniProgram.of(port, "139%08d".formatted(customers.incrementAndGet()));
    }

    List<Integer> pays(Payment payment) {
        return sandbox.payWith(payment).stream().map(Delivery::status).toList();
    }

    void fault(Fault.Target target, String operation, Fault.Kind kind, @Nullable String code) {
        sandbox.fault(new Fault(target, operation, kind, code, 1));
    }

    String stateAtWeChatPay(String orderNo) {
        return sandbox.order(orderNo).orElseThrow().tradeState().name();
    }
}
