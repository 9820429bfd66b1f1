package com.guncai.backoffice.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What clerks entered reads as their forms do. */
class FormLabelsTest {
    private final FormLabels labels = new FormLabels(new ObjectMapper());

    @Test
    void fieldsAreCalledAsInTheFormOfTheirTaskAndComeInItsOrder() {
        var entered = Map.of(
                "purchaseOrderNo", "MT1",
                "purchaseCostYuan", "128.5",
                "shopFound", "true",
                "estimatedDeliveryAt", "2026-11-24T10:00:00+08:00");

        assertThat(readable("Task_PurchaseFlowers", entered))
                .containsExactly(
                        entry("有店可送？", "有，已在美团下单"),
                        entry("预计送达时间", "11月24日 10:00"),
                        entry("美团订单号", "MT1"),
                        entry("美团实付", "¥128.5"));
        assertThat(readable("Task_BuyCodes", Map.of("purchaseOrderNo", "HT1")))
                .containsExactly(entry("采购单号或合同号", "HT1"));
    }

    @Test
    void whatSomebodyTypedIsKnownAsSuch() {
        var readable = labels.readable(
                "Task_PurchaseFlowers",
                Map.of(
                        "shopFound",
                        "false",
                        "estimatedDeliveryAt",
                        "2026-11-24T10:00:00+08:00",
                        "undeliverableReason",
                        "太远"));

        assertThat(readable.values()).extracting(FormLabels.Answer::typed).containsExactly("", "", "太远");
    }

    @Test
    void aBoxThatIsNotTickedSaysNothing() {
        assertThat(readable("Task_FollowDelivery", Map.of("completeEarly", "false", "deliveryNote", "本人签收")))
                .containsExactly(entry("送达情况", "本人签收"));
    }

    @Test
    void whatAManagerAddedIsCalledAsElsewhereOrByItsKey() {
        assertThat(readable("Task_New", Map.of("newField", "false", "bankFlowNo", "B1")))
                .containsExactly(entry("银行流水号", "B1"), entry("newField", "否"));
    }

    private Map<String, String> readable(String task, Map<String, String> entered) {
        var texts = new LinkedHashMap<String, String>();
        labels.readable(task, entered).forEach((label, answer) -> texts.put(label, answer.text()));
        return texts;
    }
}
