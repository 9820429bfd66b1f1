package com.guncai.backoffice.process.version;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.commons.lang3.StringUtils;

/** What is set on a thing, by the Chinese name of the setting; compared with what was set before. */
record Settings(Map<String, String> values) {
    private static final int SHOWN = 80;

    static Settings none() {
        return new Settings(new LinkedHashMap<>());
    }

    Settings with(String label, String value) {
        if (!value.isBlank()) {
            values.merge(label, value.strip(), (one, other) -> one + "，" + other);
        }
        return this;
    }

    /** In words, what is set otherwise now: {@code 办理的组从 flower-desk 改为 managers}. */
    List<String> changedFrom(Settings before) {
        var changes = new ArrayList<String>();
        var labels = new TreeSet<>(before.values.keySet());
        labels.addAll(values.keySet());
        for (var label : labels) {
            var was = before.values.getOrDefault(label, "");
            var is = values.getOrDefault(label, "");
            if (is.equals(was)) {
                continue;
            }
            if (was.isEmpty()) {
                changes.add("加上了%s：%s".formatted(label, shown(is)));
            } else if (is.isEmpty()) {
                changes.add("去掉了%s（原来是 %s）".formatted(label, shown(was)));
            } else {
                changes.add("%s从 %s 改为 %s".formatted(label, shown(was), shown(is)));
            }
        }
        return changes;
    }

    private static String shown(String value) {
        return StringUtils.abbreviate(value.replaceAll("\\s+", " "), SHOWN);
    }
}
