package com.guncai.backoffice.process.version;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/** What a version of a decision table changed, row by row, in a manager's words. */
final class TableDifferences {
    private TableDifferences() {}

    /** @param key of the decision */
    static List<Difference> between(String key, DmnModelInstance earlier, DmnModelInstance later) {
        var before = Table.of(earlier.getModelElementById(key));
        var after = Table.of(later.getModelElementById(key));
        var differences = new ArrayList<Difference>();
        after.head().changedFrom(before.head()).forEach(change -> differences.add(Difference.changed(null, change)));
        before.rows().forEach((id, row) -> {
            if (!after.rows().containsKey(id)) {
                differences.add(Difference.removed(null, "去掉了第 %d 行：%s".formatted(row.number(), row.words())));
            }
        });
        after.rows().forEach((id, row) -> {
            var was = before.rows().get(id);
            if (was == null) {
                differences.add(Difference.added(null, "加上了第 %d 行：%s".formatted(row.number(), row.words())));
            } else {
                row.cells()
                        .changedFrom(was.cells())
                        .forEach(change ->
                                differences.add(Difference.changed(null, "第 %d 行的%s".formatted(row.number(), change))));
            }
        });
        if (differences.isEmpty()
                && !List.copyOf(before.rows().keySet())
                        .equals(List.copyOf(after.rows().keySet()))) {
            differences.add(Difference.changed(null, "行换了先后次序"));
        }
        return List.copyOf(differences);
    }

    /** A table as it is compared: rows by their ids, which Camunda Modeler keeps. */
    private record Table(Settings head, Map<String, Row> rows) {

        static Table of(@Nullable Decision decision) {
            var head = Settings.none();
            var rows = new LinkedHashMap<String, Row>();
            if (decision == null || !(decision.getExpression() instanceof DecisionTable grid)) {
                return new Table(head, rows);
            }
            head.with("名称", String.valueOf(decision.getName()));
            head.with("命中策略", String.valueOf(grid.getHitPolicy() == null ? HitPolicy.UNIQUE : grid.getHitPolicy()));
            var labels = Stream.concat(
                            grid.getInputs().stream().map(column -> label(column, column.getLabel())),
                            grid.getOutputs().stream().map(column -> label(column, column.getLabel())))
                    .toList();
            head.with("列", String.join("、", labels));
            for (var rule : grid.getRules()) {
                rows.put(rule.getId(), new Row(rows.size() + 1, cells(rule, labels)));
            }
            return new Table(head, rows);
        }

        private static String label(DmnElement column, @Nullable String label) {
            return StringUtils.hasText(label)
                    ? label
                    : StringUtils.hasText(column.getLabel()) ? column.getLabel() : column.getId();
        }

        private static Settings cells(Rule rule, List<String> labels) {
            var texts = Stream.concat(
                            rule.getInputEntries().stream().map(entry -> text(entry.getText())),
                            rule.getOutputEntries().stream().map(entry -> text(entry.getText())))
                    .toList();
            var cells = Settings.none();
            for (int i = 0; i < texts.size(); i++) {
                var label = i < labels.size() ? labels.get(i) : "第 " + (i + 1) + " 列";
                cells.with("“" + label + "”", texts.get(i));
            }
            return cells;
        }

        private static String text(@Nullable Text text) {
            return text == null ? "" : text.getTextContent();
        }
    }

    private record Row(int number, Settings cells) {
        String words() {
            return String.join("，", cells.values().values());
        }
    }
}
