package com.guncai.backoffice.notification;

import cn.binarywang.wx.miniapp.bean.WxMaSubscribeMessage.MsgData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fills the fields of a subscribe message. A field's name begins with its type, and the type limits what it takes (参数
 * 值内容限制 of subscribeMessage.send); what is too long is cut, since WeChat refuses the whole message with 47003.
 */
final class WeChatFields {
    /** Characters by type. Times, dates and amounts are not cut: half of one would be another. */
    private static final Map<String, Integer> LONGEST = Map.of(
            "thing", 20,
            "character_string", 32,
            "phrase", 5,
            "name", 10,
            "number", 32,
            "letter", 32,
            "phone_number", 17,
            "car_number", 8);

    private WeChatFields() {}

    /** @return empty when a text is missing: WeChat takes no message with an empty field */
    static Optional<List<MsgData>> filled(Map<String, String> fields, Map<String, String> params) {
        var filled = new ArrayList<MsgData>();
        for (var field : fields.entrySet()) {
            if (field.getValue().isBlank()) {
                continue; // configuration that overrides a default can empty a field but not take it away
            }
            var value = fitting(field.getKey(), params.getOrDefault(field.getValue(), ""));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            filled.add(new MsgData(field.getKey(), value));
        }
        return Optional.of(filled);
    }

    private static String fitting(String field, String text) {
        var type = field.replaceAll("\\d+$", "");
        var line = SmsParams.oneLine(text);
        if (type.equals("phrase")) {
            line = line.replaceAll("\\P{IsHan}", "");
        }
        return SmsParams.cut(line, LONGEST.getOrDefault(type, Integer.MAX_VALUE));
    }
}
