package com.guncai.backoffice.journey;

import static com.guncai.backoffice.journey.Modeler.file;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a manager gets wrong is refused with a sentence, and the next order runs as before. */
class ManagersMistakesIT extends ManagersFixture {
    @Test
    void anEventThatTheCustomerNeedsIsNotTakenOut() {
        var without = file(FLOWERS)
                .replaceFirst(
                        "(?s)<bpmn:boundaryEvent id=\"BoundaryEvent_DeliveryConfirmed\".*?</bpmn:boundaryEvent>", "")
                .replaceFirst("<bpmn:sequenceFlow id=\"SequenceFlow_DeliveryConfirmed\"[^>]*>", "")
                .replace("<bpmn:incoming>SequenceFlow_DeliveryConfirmed</bpmn:incoming>", "")
                .replaceFirst(
                        "(?s)<bpmndi:BPMNShape id=\"BoundaryEvent_DeliveryConfirmed_di\".*?</bpmndi:BPMNShape>", "")
                .replaceFirst("(?s)<bpmndi:BPMNEdge id=\"SequenceFlow_DeliveryConfirmed_di\".*?</bpmndi:BPMNEdge>", "");

        assertThat(modeler.deploys(FLOWERS, without).is(400).text("/message"))
                .startsWith("不能部署")
                .contains("DeliveryConfirmed");

        var orderNo = paid();
        purchases(orderNo);
        flower.awaitsTask(orderNo);
        customer.confirmsDelivery(orderNo).is(200);
        assertThat(customer.status(orderNo)).isEqualTo("COMPLETED");
    }

    @ParameterizedTest
    @CsvSource({
        "FlowerOrderProcess.bpmn, candidateGroups=\"flower-desk\", candidateGroups=\"flower-dsk\", flower-dsk",
        "FlowerOrderProcess.bpmn, ${flowerOrderProcess.complete(, ${flowerOrderProces.complete(, 完成订单",
        "Deadlines.dmn, <text>30</text>, <text>三十</text>, 三十"
    })
    void typingErrorsAreRefusedAndTheOrderRunsAsBefore(String name, String right, String wrong, String told) {
        var refused = modeler.deploys(name, file(name).replace(right, wrong)).is(400);

        assertThat(refused.text("/message")).startsWith("不能部署").contains(told);
        var orderNo = paid();
        purchases(orderNo);
        flower.completes(id(orderNo), Map.of("completeEarly", true)).is(204);
        assertThat(customer.status(orderNo)).isEqualTo("COMPLETED");
    }

    private void purchases(String orderNo) {
        flower.completes(id(orderNo), FlowerShop.foundFor(customer)).is(204);
    }

    private String id(String orderNo) {
        return flower.awaitsTask(orderNo).get("id").asText();
    }
}
