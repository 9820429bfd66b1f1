package com.guncai.backoffice.process.version;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a version of a form changed, field by field, in a manager's words. */
final class FormDifferences {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("label", "标题"),
            Map.entry("dateLabel", "日期的标题"),
            Map.entry("timeLabel", "时间的标题"),
            Map.entry("description", "说明"),
            Map.entry("text", "文字"),
            Map.entry("content", "内容"),
            Map.entry("type", "种类"),
            Map.entry("key", "字段名"),
            Map.entry("values", "选项"),
            Map.entry("validate/required", "必填"),
            Map.entry("validate/minLength", "最少字数"),
            Map.entry("validate/maxLength", "最多字数"),
            Map.entry("validate/min", "最小值"),
            Map.entry("validate/max", "最大值"),
            Map.entry("validate/pattern", "格式"),
            Map.entry("conditional/hide", "什么时候不显示"),
            Map.entry("defaultValue", "预填的内容"),
            Map.entry("readonly", "只读"),
            Map.entry("disabled", "不能填"));

    private FormDifferences() {}

    /** @param name of the file */
    static List<Difference> between(String name, byte[] earlier, byte[] later) {
        try {
            return between(name, fields(JSON.readTree(earlier)), fields(JSON.readTree(later)));
        } catch (IOException page) {
            // a page in HTML, or something that the checks refuse today
            return List.of(Difference.changed(null, "表单 %s 的内容有变化".formatted(name)));
        }
    }

    private static List<Difference> between(String name, Map<String, JsonNode> before, Map<String, JsonNode> after) {
        var differences = new ArrayList<Difference>();
        before.forEach((id, field) -> {
            if (!after.containsKey(id)) {
                differences.add(Difference.removed(null, "表单 %s 去掉了“%s”".formatted(name, called(field))));
            }
        });
        after.forEach((id, field) -> {
            var was = before.get(id);
            if (was == null) {
                differences.add(Difference.added(null, "表单 %s 加上了“%s”".formatted(name, called(field))));
            } else {
                settings(field)
                        .changedFrom(settings(was))
                        .forEach(change -> differences.add(
                                Difference.changed(null, "表单 %s 里“%s”的%s".formatted(name, called(was), change))));
            }
        });
        if (differences.isEmpty() && !List.copyOf(before.keySet()).equals(List.copyOf(after.keySet()))) {
            differences.add(Difference.changed(null, "表单 %s 换了先后次序".formatted(name)));
        }
        return differences.isEmpty()
                ? List.of(Difference.changed(null, "表单 %s 的排列有变化".formatted(name)))
                : List.copyOf(differences);
    }

    /** By what tells a field apart: its key where the manager enters something, its id otherwise. */
    private static Map<String, JsonNode> fields(JsonNode form) {
        var fields = new LinkedHashMap<String, JsonNode>();
        for (var component : form.path("components")) {
            fields.put(
                    component.has("key")
                            ? component.get("key").asText()
                            : component.path("id").asText(),
                    component);
            fields.putAll(fields(component));
        }
        return fields;
    }

    private static Settings settings(JsonNode field) {
        var settings = Settings.none();
        LABELS.forEach((path, label) -> {
            var value = field.at("/" + path);
            if (!value.isMissingNode()) {
                settings.with(label, value.isValueNode() ? words(value) : value.toString());
            }
        });
        return settings;
    }

    private static String words(JsonNode value) {
        return value.isBoolean() ? (value.asBoolean() ? "是" : "否") : value.asText();
    }

    private static String called(JsonNode field) {
        for (var name : List.of("label", "dateLabel", "key", "text", "content", "id")) {
            if (field.hasNonNull(name)) {
                var text = field.get(name).asText().strip();
                return text.length() > 20 ? text.substring(0, 20) + "…" : text;
            }
        }
        return field.path("type").asText();
    }
}
