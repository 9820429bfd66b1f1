package com.guncai.backoffice.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.journey.MiniProgram;
import com.guncai.backoffice.process.OpenCases.OpenCase;
import com.guncai.backoffice.testing.DrawnWrong;
import com.guncai.backoffice.testing.Engine;
import com.guncai.backoffice.testing.ProcessTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** An order that no process has is counted, and managers hear of it once a day. */
@ProcessTest
@Import({Engine.class, DrawnWrong.class})
class UnattendedCasesTest {
    @LocalServerPort
    int port;

    @Autowired
    Engine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    UnattendedCases cases;

    @Autowired
    MeterRegistry meters;

    MiniProgram customer;
    String orderNo;

    @BeforeEach
    void anOrderIsPlaced() {
        customer = MiniProgram.of(port, "139%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
        orderNo = customer.placesFlowers();
    }

    @Test
    void aPaidOrderIsAttendedFromItsPaymentOn() {
        customer.pays(orderNo);
        assertThat(found()).doesNotContain(orderNo);
        engine.run(engine.process(orderNo), "Task_AwaitPayment");
        assertThat(found()).doesNotContain(orderNo);
    }

    @Test
    void anOrderWhoseProcessWasDeletedIsFoundAndReportedOnceADay() {
        runtime.deleteProcessInstance(engine.paid(customer, orderNo).getId(), "test");

        cases.report();
        cases.report();

        assertThat(found()).contains(orderNo);
        assertThat(meters.get("orders.without.process").gauge().value()).isPositive();
        assertThat(runtime.createVariableInstanceQuery()
                        .variableName("template")
                        .list())
                .as("encrypted, so found by reading")
                .filteredOn(variable -> "DESK_ORDER_WITHOUT_PROCESS".equals(variable.getValue()))
                .hasSize(1);
    }

    @Test
    void soIsOneWhoseRefundNobodyHas() {
        engine.paid(customer, orderNo);
        customer.asksForRefund(orderNo, "不想要了").is(202);
        var refund = engine.process("RefundProcess", orderNo);
        engine.complete(refund, "Task_DecideRefund", Map.of("refundApproved", true));
        assertThat(found()).doesNotContain(orderNo);

        runtime.deleteProcessInstance(refund.getId(), "test");

        assertThat(found()).contains(orderNo);
    }

    private List<String> found() {
        return cases.look().stream().map(OpenCase::orderNo).toList();
    }
}
