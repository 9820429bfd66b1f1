package com.guncai.backoffice.flower;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

/** What is kept of an order of flowers, and what its clerk adds. */
class FlowerOrderRulesTest {
    private static final OffsetDateTime SLOT = OffsetDateTime.parse("2026-11-24T14:00+08:00");

    private final FlowerOrder order = new FlowerOrder(
            "O1",
            new AFlower(),
            new FlowerOrderRequest("red-roses", "南宁", " 民族大道 1 号 ", " 韦女士 ", "13800138000", SLOT, "生日快乐", null));

    @Test
    void anOrderKeepsForWhomWhatWhereAndWhen() {
        assertThat(order.orderNo()).isEqualTo("O1");
        assertThat(order.flowerId()).isEqualTo("red-roses");
        assertThat(order.flowerName()).isEqualTo("红玫瑰");
        assertThat(order.city()).isEqualTo("南宁");
        assertThat(order.address()).isEqualTo("民族大道 1 号");
        assertThat(order.recipient()).isEqualTo("韦女士");
        assertThat(order.phone()).isEqualTo("13800138000");
        assertThat(order.deliverySlot()).isEqualTo(SLOT.toInstant());
        assertThat(order.cardMessage()).isEqualTo("生日快乐");
    }

    @Test
    void whereItWasBoughtIsKept() {
        var at = Instant.parse("2026-11-24T06:10:00Z");

        order.bought(new ShopContact("花语鲜花店", "0771-5550000", at, "3001", 8_850L));

        assertThat(order.shopName()).isEqualTo("花语鲜花店");
        assertThat(order.shopPhone()).isEqualTo("0771-5550000");
        assertThat(order.estimatedDeliveryAt()).isEqualTo(at);
        assertThat(order.purchaseOrderNo()).isEqualTo("3001");
        assertThat(order.purchaseCostFen()).isEqualTo(8_850);
    }

    @Test
    void howItEndedIsKept() {
        order.undeliverable("超出配送范围");
        order.delivered("放在门卫处");
        order.confirmedAt(SLOT.toInstant());

        assertThat(order.undeliverableReason()).isEqualTo("超出配送范围");
        assertThat(order.confirmedAt()).isEqualTo(SLOT.toInstant());
        assertThat(order).hasFieldOrPropertyWithValue("deliveryNote", "放在门卫处");
    }
}
