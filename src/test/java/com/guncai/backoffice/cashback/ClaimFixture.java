package com.guncai.backoffice.cashback;

import com.guncai.backoffice.testing.Engine;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.event.EventListener;

/** A claim that was just handed in, and what people do with it. */
abstract class ClaimFixture {
    @LocalServerPort
    int port;

    @Autowired
    Engine engine;

    @Autowired
    IdentityService identity;

    @Autowired
    Ledger ledger;

    Claimant customer;
    long coupon;
    String orderNo;
    ProcessInstance process;

    @BeforeEach
    void aClaimIsHandedIn() {
        customer = new Claimant(port);
        coupon = customer.gets("fuel-50");
        orderNo = customer.submits(Claimant.claim("FUEL"), Claimant.screenshot())
                .is(201)
                .text("/orderNo");
        process = engine.process(orderNo);
    }

    @AfterEach
    void nobodyIsAtWork() {
        identity.clearAuthentication();
    }

    void called() {
        approved();
        failed();
        engine.run(process, "BoundaryEvent_PayeeOverdue");
    }

    void approved() {
        as("review");
        engine.complete(process, "Task_ReviewReceipt", Map.of("approved", true));
        identity.clearAuthentication();
    }

    void transferred(String number) {
        engine.complete(process, "Task_TransferCashback", Map.of("transferred", true, "transferNo", number));
    }

    void failed() {
        engine.complete(process, "Task_TransferCashback", Map.of("transferred", false, "failureReason", "户名与卡号不符"));
    }

    void as(String user) {
        identity.setAuthentication(user, List.of("camunda-admin"));
    }

    /** What the settlement will hear. */
    @TestComponent
    static class Ledger {
        final List<CashbackTransferred> facts = new java.util.concurrent.CopyOnWriteArrayList<>();

        @EventListener
        void on(CashbackTransferred fact) {
            facts.add(fact);
        }
    }
}
