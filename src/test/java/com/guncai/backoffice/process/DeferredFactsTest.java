package com.guncai.backoffice.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.journey.FlowerShop;
import com.guncai.backoffice.journey.MiniProgram;
import com.guncai.backoffice.sandbox.Sandbox;
import com.guncai.backoffice.sandbox.provider.Fault;
import com.guncai.backoffice.sandbox.wechatpay.PayRefund;
import com.guncai.backoffice.testing.DrawnWrong;
import com.guncai.backoffice.testing.Engine;
import com.guncai.backoffice.testing.ProcessTest;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A diagram that lost an event, or fails behind it, fails no call of a customer or of WeChat Pay: the fact is kept. */
@ProcessTest
@Import({Engine.class, DrawnWrong.class})
class DeferredFactsTest {
    private static final String PAYMENT = "PaymentProcess";
    private static final String FLOWERS = "FlowerOrderProcess";
    private static final String REFUND = "RefundProcess";

    @LocalServerPort
    int port;

    @Autowired
    Engine engine;

    @Autowired
    DrawnWrong drawn;

    @Autowired
    Sandbox sandbox;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService jobs;

    MiniProgram customer;

    @BeforeEach
    void aCustomer() {
        customer = MiniProgram.of(port, "138%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
    }

    @AfterEach
    void mend() {
        drawn.mend();
        sandbox.clearFaults();
    }

    @Test
    void anOrderIsPlacedWhoseProcessFailsAndStartsWhenItIsMended() {
        drawn.draw(PAYMENT, xml -> xml.replace("${paymentProcess.deadline(orderNo)}", "${nope}"));

        var orderNo = customer.placesFlowers();

        assertThat(engine.process(orderNo)).isNull();
        retries(kept(orderNo));
        assertThat(engine.process(orderNo)).isNotNull();
    }

    @Test
    void aPaymentIsRecordedWithoutItsEvent() {
        drawn.deafen(PAYMENT, "PaymentReceived");
        var orderNo = customer.placesFlowers();

        assertThat(customer.pays(orderNo).body()).contains("204");

        assertThat(customer.status(orderNo)).isEqualTo("PAID");
        assertThat(message(kept(orderNo))).contains(orderNo, "PaymentReceived", "迁移");
    }

    enum Diagram {
        LOST,
        FAILING
    }

    @ParameterizedTest
    @EnumSource
    void aCancellationIsTaken(Diagram how) {
        if (how == Diagram.LOST) {
            drawn.deafen(PAYMENT, "OrderCancelled");
        } else {
            drawn.breakBetween(PAYMENT, "BoundaryEvent_OrderCancelled", "Gateway_NotPaid");
        }
        var orderNo = customer.placesFlowers();

        customer.api().post("/api/v1/orders/" + orderNo + "/cancellation").is(200);

        assertThat(customer.status(orderNo)).isEqualTo("CANCELLED");
        assertThat(message(kept(orderNo))).contains(orderNo, "OrderCancelled");
    }

    @ParameterizedTest
    @EnumSource
    void aDeliveryIsConfirmed(Diagram how) {
        if (how == Diagram.LOST) {
            drawn.deafen(FLOWERS, "DeliveryConfirmed");
        }
        var orderNo = accepted();
        if (how == Diagram.FAILING) {
            drawn.redirect(FLOWERS, "Gateway_Delivered", "Task_CompleteOrder", "EndEvent_FlowersDelivered");
        }

        assertThat(customer.confirmsDelivery(orderNo).is(200).text("/status")).isEqualTo("ACCEPTED");

        var kept = kept(orderNo);
        assertThat(message(kept)).contains(orderNo, "DeliveryConfirmed");
        if (how == Diagram.FAILING) {
            retries(kept);
            assertThat(customer.status(orderNo)).isEqualTo("COMPLETED");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anApprovedRefundGoesBack(Diagram how) {
        if (how == Diagram.LOST) {
            drawn.deafen(FLOWERS, "OrderRefunded");
        } else {
            drawn.breakBetween(FLOWERS, "StartEvent_OrderRefunded", "EndEvent_OrderRefunded");
        }
        var orderNo = paid();

        var refund = approved(orderNo);

        assertThat(customer.status(orderNo)).isEqualTo("REFUNDING");
        engine.run(refund, "Task_RequestRefund");
        var kept = kept(orderNo);
        assertThat(message(kept)).contains(orderNo, "OrderRefunded");
        if (how == Diagram.FAILING) {
            retries(kept);
            assertThat(engine.process(FLOWERS, orderNo)).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSettledRefundIsRecorded(Diagram how) {
        if (how == Diagram.LOST) {
            drawn.deafen(REFUND, "RefundSettled");
        } else {
            drawn.breakBetween(REFUND, "Task_AwaitRefund", "Gateway_Refunded");
        }
        refundEnds(PayRefund.Status.SUCCESS, "REFUNDED", "RefundSettled", how);
    }

    @ParameterizedTest
    @EnumSource
    void aFailedRefundIsRecorded(Diagram how) {
        if (how == Diagram.LOST) {
            drawn.deafen(REFUND, "RefundFailed");
        } else {
            drawn.breakBetween(REFUND, "BoundaryEvent_RefundFailed", "Gateway_RefundFailed");
        }
        refundEnds(PayRefund.Status.ABNORMAL, "REFUNDING", "RefundFailed", how);
    }

    private void refundEnds(PayRefund.Status result, String status, String message, Diagram how) {
        var orderNo = paid();
        var refund = approved(orderNo);
        sandbox.fault(new Fault(Fault.Target.WECHAT_PAY, "refund", Fault.Kind.REFUSE, "PROCESSING", 1));
        engine.run(refund, "Task_RequestRefund");

        assertThat(sandbox.settleRefund(refund.getBusinessKey(), result).status())
                .isEqualTo(204);

        assertThat(customer.status(orderNo)).isEqualTo(status);
        var kept = kept(refund.getBusinessKey());
        assertThat(message(kept)).contains(message);
        if (how == Diagram.FAILING) {
            retries(kept);
        }
    }

    private String paid() {
        var orderNo = customer.placesFlowers();
        engine.paid(customer, orderNo);
        return orderNo;
    }

    private String accepted() {
        var orderNo = paid();
        var process = engine.process(FLOWERS, orderNo);
        engine.complete(process, "Task_PurchaseFlowers", FlowerShop.foundFor(customer));
        engine.run(process, "Task_UploadShipping");
        return orderNo;
    }

    private ProcessInstance approved(String orderNo) {
        customer.asksForRefund(orderNo, "不想要了").is(202);
        var refund = engine.process(REFUND, orderNo);
        engine.complete(refund, "Task_DecideRefund", Map.of("refundApproved", true));
        return refund;
    }

    /** The fact about a case that waits for a mended diagram. */
    private Job kept(String caseNo) {
        return jobs.createJobQuery().noRetriesLeft().list().stream()
                .filter(job -> job.getProcessInstanceId() == null)
                .filter(job -> job.getExceptionMessage().contains(caseNo))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing is kept of " + caseNo));
    }

    private String message(Job job) {
        return runtime.createIncidentQuery()
                .configuration(job.getId())
                .singleResult()
                .getIncidentMessage();
    }

    private void retries(Job job) {
        drawn.mend();
        jobs.setJobRetries(job.getId(), 1);
        jobs.executeJob(job.getId());
        assertThat(runtime.createIncidentQuery().configuration(job.getId()).count())
                .isZero();
    }
}
