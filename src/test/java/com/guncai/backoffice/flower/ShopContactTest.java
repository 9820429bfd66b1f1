package com.guncai.backoffice.flower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.guncai.backoffice.shared.ProblemException;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a clerk types after buying flowers. It is ten o'clock; the customer wants them at two. */
class ShopContactTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00+08:00");
    private static final Instant SLOT = Instant.parse("2026-11-24T14:00:00+08:00");
    private static final String TWO = "2026-11-24T14:00";

    @Test
    void whatIsTypedIsKeptWithoutBlanks() {
        var shop = ShopContact.entered(" 花语鲜花店 ", " 0771-5550000 ", " " + TWO + " ", " 3 001 ", " 88.50 ", SLOT, NOW);

        assertThat(shop).isEqualTo(new ShopContact("花语鲜花店", "0771-5550000", SLOT, "3001", 8_850L));
    }

    @Test
    void numberAndCostMayBeLeftOut() {
        var shop = ShopContact.entered("花语", "13800138000", TWO, null, " ", SLOT, NOW);

        assertThat(shop.purchaseOrderNo()).isNull();
        assertThat(shop.purchaseCostFen()).isNull();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void theShopHasAName(String name) {
        assertThat(refusal(name, "13800138000", TWO)).isEqualTo("SHOP_NAME_REQUIRED");
    }

    @Test
    void theNameHasAtMost80Characters() {
        assertThat(entered("店".repeat(80), "13800138000", TWO).name()).hasSize(80);
        assertThat(refusal("店".repeat(81), "13800138000", TWO)).isEqualTo("TEXT_TOO_LONG");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"13800138000", "5550000", "0771-5550000", "07715550000-123456", "400-800-1234", "4008001234"})
    void theShopCanBeCalled(String phone) {
        assertThat(entered("花语", phone, TWO).phone()).isEqualTo(phone);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "555", "1380013800", "12800138000", "没有"})
    void whatIsNoPhoneIsRefused(String phone) {
        assertThat(refusal("花语", phone, TWO)).isEqualTo("SHOP_PHONE_INVALID");
    }

    @Test
    void theTimeMayHaveAnOffsetOrBeADate() {
        assertThat(entered("花语", "13800138000", "2026-11-24T06:00Z").estimatedDeliveryAt())
                .isEqualTo(SLOT);
        assertThat(entered("花语", "13800138000", Date.from(SLOT)).estimatedDeliveryAt())
                .isEqualTo(SLOT);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {" ", "下午两点", "2026-11-24"})
    void whatIsNoTimeIsRefused(String time) {
        assertThat(refusal("花语", "13800138000", time)).isEqualTo("ESTIMATED_DELIVERY_INVALID");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T09:00, true",
        "2026-11-24T08:59:59, false",
        "2026-12-01T14:00, true",
        "2026-12-01T14:00:01, false"
    })
    void flowersArriveFromAnHourAgoToAWeekAfterTheSlot(String time, boolean taken) {
        if (taken) {
            assertThat(entered("花语", "13800138000", time)).isNotNull();
        } else {
            assertThat(refusal("花语", "13800138000", time)).isEqualTo("ESTIMATED_DELIVERY_INVALID");
        }
    }

    private static ShopContact entered(String name, String phone, Object time) {
        return ShopContact.entered(name, phone, time, null, null, SLOT, NOW);
    }

    private static String refusal(String name, String phone, Object time) {
        return catchThrowableOfType(ProblemException.class, () -> entered(name, phone, time))
                .code();
    }
}
