package com.guncai.backoffice.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.journey.FlowerShop;
import com.guncai.backoffice.journey.MiniProgram;
import com.guncai.backoffice.testing.DrawnWrong;
import com.guncai.backoffice.testing.Engine;
import com.guncai.backoffice.testing.ProcessTest;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A job that meets a mistake of its diagram is an incident at once, and goes on once the diagram is mended. */
@ProcessTest
@Import({Engine.class, DrawnWrong.class})
class ModelFaultIncidentsTest {
    private static final String TELL = "${notification.tellDesk(orderNo, 'flower-desk', 'DESK_ORDER_PAID')}";
    private static final String UPLOAD = "${payment.uploadShipping(orderNo)}";

    @LocalServerPort
    int port;

    @Autowired
    Engine engine;

    @Autowired
    DrawnWrong drawn;

    @Autowired
    RuntimeService runtime;

    MiniProgram customer;
    String orderNo;

    @BeforeEach
    void anOrderIsPlaced() {
        customer = MiniProgram.of(port, "131%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
        orderNo = customer.placesFlowers();
    }

    @AfterEach
    void mend() {
        drawn.mend();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${nope}",
                "${notification.tellDesck(orderNo)}",
                "${orderNo * 2}",
                "${deadlines.nope}",
                "${notification}${"
            })
    void aWrongExpressionIsAnIncidentAtOnceThatNamesTheOrder(String wrong) {
        customer.pays(orderNo);
        drawn.draw("FlowerOrderProcess", xml -> xml.replace(TELL, wrong));
        var payment = engine.process(orderNo);

        assertThat(engine.runInVain(payment, "Task_AwaitPayment", "")).isZero();

        assertThat(runtime.createIncidentQuery()
                        .processInstanceId(payment.getId())
                        .list())
                .singleElement()
                .satisfies(incident -> assertThat(incident.getIncidentMessage()).contains(orderNo, "重试"));
        drawn.mend();
        engine.run(payment, "Task_AwaitPayment");
        assertThat(engine.process(orderNo)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"45", "45M", "PT45", "45分钟", "PT0.5H", "${nope}"})
    void aTimerThatNobodyCanReadIsAnIncidentAtOnce(String timer) {
        customer.pays(orderNo);
        drawn.draw(
                "FlowerOrderProcess",
                xml -> xml.replace(
                        "</bpmn:process>",
                        """
                        <bpmn:boundaryEvent id="BoundaryEvent_Timer" cancelActivity="false" attachedToRef="Task_PurchaseFlowers">
                        <bpmn:outgoing>SequenceFlow_Timer</bpmn:outgoing>
                        <bpmn:timerEventDefinition><bpmn:timeDuration>%s</bpmn:timeDuration></bpmn:timerEventDefinition>
                        </bpmn:boundaryEvent>
                        <bpmn:sequenceFlow id="SequenceFlow_Timer" sourceRef="BoundaryEvent_Timer" targetRef="EndEvent_NotDelivered"/>
                        </bpmn:process>"""
                                .formatted(timer)));

        assertThat(engine.runInVain(engine.process(orderNo), "Task_AwaitPayment", ""))
                .isZero();
    }

    @Test
    void theSameStepIsTriedAgainWhenTheFailureIsNotTheDiagrams() {
        var process = engine.paid(customer, orderNo);
        engine.complete(process, "Task_PurchaseFlowers", FlowerShop.foundFor(customer));
        drawn.draw("FlowerOrderProcess", xml -> xml.replace(UPLOAD, "${payment.uploadShipping(orderNo, 'x')}"));
        assertThat(engine.runInVain(process, "Task_UploadShipping", "")).isZero();
        drawn.mend();
        engine.run(process, "Task_UploadShipping");
    }
}
