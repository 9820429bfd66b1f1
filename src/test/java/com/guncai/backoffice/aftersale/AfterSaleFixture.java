package com.guncai.backoffice.aftersale;

import com.guncai.backoffice.journey.FlowerShop;
import com.guncai.backoffice.journey.MiniProgram;
import com.guncai.backoffice.sandbox.Sandbox;
import com.guncai.backoffice.testing.Engine;
import com.guncai.backoffice.testing.ProcessTest;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** A paid order of red roses, and what is said of it afterwards. */
@ProcessTest
@Import(Engine.class)
abstract class AfterSaleFixture {
    @LocalServerPort
    int port;

    @Autowired
    Engine engine;

    @Autowired
    Sandbox sandbox;

    @Autowired
    JdbcTemplate jdbc;

    MiniProgram customer;
    String orderNo;

    @BeforeEach
    void anOrderIsPaid() {
        customer = MiniProgram.of(port, "139%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
        orderNo = customer.placesFlowers();
        engine.paid(customer, orderNo);
        sandbox.clearFaults();
    }

    void completed() {
        var order = engine.process("FlowerOrderProcess", orderNo);
        engine.complete(order, "Task_PurchaseFlowers", FlowerShop.foundFor(customer));
        engine.complete(order, "Task_FollowDelivery", Map.of("completeEarly", true));
        engine.run(order, "Task_UploadShipping");
    }

    ProcessInstance asked() {
        customer.asksForHelp(orderNo, "鲜花不新鲜", "玫瑰花瓣都黑了").is(202);
        return process();
    }

    ProcessInstance process() {
        return engine.process("AfterSalesProcess", orderNo);
    }

    void answers(ProcessInstance process, String outcome, String answer) {
        engine.complete(process, "Task_AnswerCustomer", Map.of("outcome", outcome, "answer", answer));
    }
}
