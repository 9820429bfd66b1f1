package com.guncai.backoffice.process.deployment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jspecify.annotations.Nullable;

/** Shows what a new version of a table decides otherwise: a deadline that is later, a row that is gone. */
final class TableChanges {
    private TableChanges() {}

    static void check(Decision decision, @Nullable DmnModelInstance before, Findings findings) {
        var old = before == null ? null : before.getModelElementById(decision.getId());
        if (!(old instanceof Decision former)) {
            return;
        }
        var was = rows(former);
        var is = rows(decision);
        was.forEach((conditions, results) -> {
            var now = is.get(conditions);
            if (now == null) {
                findings.warning("表“%s”比现行的版本少了一行：%s → %s".formatted(decision.getName(), conditions, results));
            } else if (!now.equals(results)) {
                findings.warning("表“%s”的 %s 由 %s 改为 %s".formatted(decision.getName(), conditions, results, now));
            }
        });
        is.forEach((conditions, results) -> {
            if (!was.containsKey(conditions)) {
                findings.warning("表“%s”比现行的版本多了一行：%s → %s".formatted(decision.getName(), conditions, results));
            }
        });
    }

    private static Map<String, String> rows(Decision decision) {
        var rows = new LinkedHashMap<String, String>();
        if (decision.getExpression() instanceof DecisionTable table) {
            for (var rule : table.getRules()) {
                rows.merge(conditions(rule), results(rule), (one, other) -> one + "；" + other);
            }
        }
        return rows;
    }

    private static String conditions(Rule rule) {
        var texts = rule.getInputEntries().stream()
                .map(entry -> DecisionRuleValidator.text(entry.getText()))
                .filter(text -> !text.isEmpty() && !text.equals("-"))
                .collect(Collectors.joining(" 且 "));
        return texts.isEmpty() ? "其余" : texts;
    }

    private static String results(Rule rule) {
        return rule.getOutputEntries().stream()
                .map(entry -> DecisionRuleValidator.text(entry.getText()))
                .map(text -> text.isEmpty() ? "空" : text)
                .collect(Collectors.joining("，"));
    }
}
