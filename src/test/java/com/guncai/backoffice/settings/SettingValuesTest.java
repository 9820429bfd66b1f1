package com.guncai.backoffice.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guncai.backoffice.settings.SettingField.Kind;
import com.guncai.backoffice.shared.ProblemException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be typed into the settings. */
class SettingValuesTest {
    private static final SettingField PRICE = SettingField.money("priceFen", "价格", 10_000_000);
    private static final SettingField NAME = SettingField.text("name", "品名", 10);

    @ParameterizedTest
    @CsvSource({"128, 12800", "0.01, 1", "100000, 10000000", "128.5, 12850"})
    void yuanAreKeptAsFen(String typed, long fen) {
        assertThat(SettingValues.typed(PRICE, List.of(typed))).isEqualTo(fen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "100000.01", "999999999999999999999", "1.005", "一百", "NaN", "1e5", ""})
    void noOtherPriceIs(String typed) {
        assertThatThrownBy(() -> SettingValues.typed(PRICE, List.of(typed)))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("价格：");
    }

    @Test
    void programsSendWholeFen() {
        assertThat(SettingValues.checked(PRICE, 12_800)).isEqualTo(12_800L);
        for (var wrong : List.<Object>of(0, -5, 10_000_001, 128.5, true, List.of(1), Map.of())) {
            assertThatThrownBy(() -> SettingValues.checked(PRICE, wrong)).isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void aTextIsOneLineOfItsLength() {
        assertThat(SettingValues.checked(NAME, " <b>玫瑰</b> ")).isEqualTo("<b>玫瑰</b>");
        for (var wrong : List.<Object>of("", "  ", "一\n二", "一\u0000", "12345678901", 5)) {
            assertThatThrownBy(() -> SettingValues.checked(NAME, wrong)).isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void linesAreTrimmedAndEachIsThereOnce() {
        var cities = SettingField.lines("cities", "城市", 10);
        assertThat(SettingValues.typed(cities, List.of("南宁\r\n\n 柳州 "))).isEqualTo(List.of("南宁", "柳州"));
        assertThatThrownBy(() -> SettingValues.typed(cities, List.of("南宁\n南宁"))).hasMessageContaining("重复");
        assertThatThrownBy(() -> SettingValues.typed(cities, List.of(" \n "))).hasMessageContaining("不能为空");
    }

    @Test
    void timesAreThoseOfTheBusiness() {
        var from = SettingField.of(Kind.MOMENT, "from", "生效");
        assertThat(SettingValues.typed(from, List.of("2026-12-01T09:00"))).isEqualTo("2026-12-01T09:00+08:00");
        assertThat(SettingValues.checked(from, "2026-12-01T01:00:00Z")).isEqualTo("2026-12-01T09:00+08:00");
        assertThatThrownBy(() -> SettingValues.typed(from, List.of("2026-13-01T09:00")))
                .hasMessageContaining("日期");
        assertThatThrownBy(() -> SettingValues.checked(SettingField.of(Kind.PHONE, "p", "手机"), "12345"))
                .hasMessageContaining("手机号");
        assertThatThrownBy(() -> SettingValues.checked(SettingField.of(Kind.WEEKDAYS, "d", "星期"), List.of("8")))
                .hasMessageContaining("周");
    }
}
