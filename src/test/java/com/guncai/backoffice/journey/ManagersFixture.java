package com.guncai.backoffice.journey;

import com.guncai.backoffice.testing.BackofficeTest;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A customer, the flower desk, and a manager with Camunda Modeler. */
@BackofficeTest
abstract class ManagersFixture {
    static final String FLOWERS = "FlowerOrderProcess.bpmn";

    @LocalServerPort
    int port;

    MiniProgram customer;
    Clerk flower;
    Modeler modeler;

    @BeforeEach
    void meet() {
        customer = MiniProgram.of(port, "138%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
        flower = new Clerk(port, "flower");
        modeler = new Modeler(port, "manager");
    }

    String paid() {
        var orderNo = customer.placesFlowers();
        customer.pays(orderNo);
        return orderNo;
    }
}
