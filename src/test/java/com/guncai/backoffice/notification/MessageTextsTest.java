package com.guncai.backoffice.notification;

import static org.assertj.core.api.Assertions.assertThat;

import cn.binarywang.wx.miniapp.bean.WxMaSubscribeMessage.MsgData;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a clerk typed fits what the providers take. */
class MessageTextsTest {

    @Test
    void anSmsVariableHasAtMost35CharactersOnOneLineWithoutBracketsOfTheSignature() {
        var fitting = fitting(Map.of(
                "shopName", "花".repeat(40),
                "eta", " 11月24日\r\n10:00\t",
                "note", "【滚财】🌹好",
                "face", "¥50.00"));
        assertThat(fitting)
                .containsEntry("shopName", "花".repeat(35))
                .containsEntry("eta", "11月24日 10:00")
                .containsEntry("note", "(滚财)好")
                .containsEntry("face", "50.00元");
    }

    @ParameterizedTest
    @CsvSource({
        "🌹🌹, 附近花店",
        "❤️★, 附近花店",
        "https://shop.example.com/a?b=1, 附近花店",
        "www.huadian.cn, 附近花店",
        "10.0.0.1:8080, 附近花店",
        "' \n ', 附近花店",
        "¥, 附近花店",
        "花语https://a.cn/x花艺, 花语 花艺",
        "HTTP://A.CN 花语, 花语",
        "huadian.com花店, huadian com花店",
        "St.Rose 花艺🌹, St Rose 花艺",
        "NO.1 花店, NO.1 花店"
    })
    void anSmsVariableSaysAWordWhereNothingIsLeftThatAliyunTakes(String shopName, String said) {
        assertThat(fitting(Map.of("shopName", shopName))).containsEntry("shopName", said);
    }

    @Test
    void anSmsVariableThatNobodyKnowsATextForHasItsWord() {
        assertThat(fitting(Map.of("service", "鲜花配送"))).containsEntry("shopName", "附近花店");
        assertThat(fitting(Map.of("note", "🌹"))).containsEntry("note", "详见小程序");
    }

    @Test
    void pricesTimesAndRareNamesStay() {
        assertThat(fitting(Map.of("face", "¥49.80", "eta", "11月24日 10:00", "coupon", "加油 50 元返现券（A+）")))
                .containsEntry("face", "49.80元")
                .containsEntry("eta", "11月24日 10:00")
                .containsEntry("coupon", "加油 50 元返现券（A+）");
    }

    @Test
    void anOrderNumberIsNeverCut() {
        var longest = "A".repeat(32);
        assertThat(fitting(Map.of("orderNo", longest))).containsEntry("orderNo", longest);
    }

    @ParameterizedTest
    @CsvSource({
        "thing1, 20",
        "character_string12, 32",
        "phrase3, 5",
        "name2, 10",
        "number4, 32",
        "letter5, 32",
        "phone_number6, 17",
        "car_number7, 8",
        "time8, 60"
    })
    void aWeChatFieldIsCutByItsType(String field, int length) {
        assertThat(filled(field, "花".repeat(60))).isEqualTo("花".repeat(length));
    }

    @Test
    void aPhraseIsChineseOnly() {
        assertThat(filled("phrase1", "已接单 (OK)")).isEqualTo("已接单");
    }

    @Test
    void aCutNeverLeavesHalfACharacter() {
        assertThat(filled("thing1", "🌹".repeat(25))).isEqualTo("🌹".repeat(20));
    }

    @Test
    void aMessageWithAMissingTextIsNotSentByWeChat() {
        var fields = new LinkedHashMap<>(Map.of("thing1", "service", "thing2", "shopName"));
        assertThat(WeChatFields.filled(fields, Map.of("service", "鲜花配送"))).isEmpty();
        assertThat(WeChatFields.filled(fields, Map.of("service", "鲜花配送", "shopName", " ")))
                .isEmpty();
    }

    @Test
    void aFieldThatTheConfigurationEmptiesIsLeftOut() {
        var fields = Map.of("thing2", "service", "thing3", "");
        assertThat(WeChatFields.filled(fields, Map.of("service", "鲜花配送")).orElseThrow())
                .extracting(MsgData::getName)
                .containsExactly("thing2");
    }

    private static Map<String, String> fitting(Map<String, String> params) {
        return SmsParams.fitting(params, Map.of("shopName", "附近花店"));
    }

    private static String filled(String field, String text) {
        return WeChatFields.filled(Map.of(field, "text"), Map.of("text", text)).orElseThrow().stream()
                .map(MsgData::getValue)
                .findFirst()
                .orElseThrow();
    }
}
