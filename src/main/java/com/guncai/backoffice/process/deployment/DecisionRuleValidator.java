package com.guncai.backoffice.process.deployment;

import com.guncai.backoffice.process.DecisionColumn;
import com.guncai.backoffice.process.ManagedDecision;
import com.guncai.backoffice.process.deployment.DecisionTableValidator.Head;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Text;
import org.jspecify.annotations.Nullable;

/** Says what is wrong in the cells of a {@link ManagedDecision} whose columns are all there. */
class DecisionRuleValidator {
    private final ManagedDecision table;
    private final List<Head> conditions;
    private final List<Head> results;
    private final DecisionCellEvaluator cells;

    DecisionRuleValidator(
            ManagedDecision table, List<Head> conditions, List<Head> results, DecisionCellEvaluator cells) {
        this.table = table;
        this.conditions = conditions;
        this.results = results;
        this.cells = cells;
    }

    /** @param name how the table is called in a sentence */
    List<String> faults(String name, DecisionTable grid) {
        var faults = new ArrayList<String>();
        var rules = List.copyOf(grid.getRules());
        for (int i = 0; i < rules.size(); i++) {
            var rule = rules.get(i);
            var row = name + "第 " + (i + 1) + " 行";
            if (rule.getInputEntries().size() != conditions.size()
                    || rule.getOutputEntries().size() != results.size()) {
                faults.add(row + "的格数和列数不一样");
                continue;
            }
            faults.addAll(ofConditions(row, List.copyOf(rule.getInputEntries())));
            faults.addAll(ofResults(row, List.copyOf(rule.getOutputEntries())));
            var isLast = i == rules.size() - 1;
            if (!table.isList() && isLast != hasNoConditions(rule.getInputEntries())) {
                faults.add(isLast ? name + "最后一行（第 " + (i + 1) + " 行）的条件要全部空着，保证总有结果" : row + "没有条件，它下面的行用不上");
            }
        }
        if (!table.isList() && rules.isEmpty()) {
            faults.add(name + "一行也没有");
        }
        return faults;
    }

    private List<String> ofConditions(String row, List<InputEntry> entries) {
        var faults = new ArrayList<String>();
        for (int i = 0; i < entries.size(); i++) {
            var column = Objects.requireNonNull(conditions.get(i).of(table.inputs()));
            var text = text(entries.get(i).getText());
            var where = row + "“" + conditions.get(i).label() + "”";
            if (!DecisionTableValidator.isFeel(entries.get(i).getExpressionLanguage())) {
                faults.add(where + "的表达式语言要选 FEEL");
            } else if (isNone(text)
                    ? !column.mayBeEmpty()
                    : !fits(column, text, conditions.get(i).type())) {
                faults.add(where + written(text) + column.wantedOfConditions());
            }
        }
        return faults;
    }

    private boolean fits(DecisionColumn column, String text, @Nullable String type) {
        try {
            return column.isFixed(text) && cells.fitsOne(text, type, column.samples(text));
        } catch (RuntimeException unreadable) {
            return false;
        }
    }

    private List<String> ofResults(String row, List<OutputEntry> entries) {
        var faults = new ArrayList<String>();
        var said = new HashMap<String, @Nullable Object>();
        for (int i = 0; i < entries.size(); i++) {
            var column = Objects.requireNonNull(results.get(i).of(table.outputs()));
            var text = text(entries.get(i).getText());
            var where = row + "“" + results.get(i).label() + "”";
            if (!DecisionTableValidator.isFeel(entries.get(i).getExpressionLanguage())) {
                faults.add(where + "的表达式语言要选 FEEL");
                continue;
            }
            if (!text.isEmpty()) {
                said.put(column.name(), result(text, results.get(i).type()));
            }
            if (!column.isUsableIn(said)) {
                faults.add(where + written(text) + column.wanted());
            }
        }
        var complaint = faults.isEmpty() ? table.complaint(said) : null;
        if (complaint != null) {
            faults.add(row + complaint);
        }
        return faults;
    }

    private @Nullable Object result(String text, @Nullable String type) {
        try {
            return cells.result(text, type);
        } catch (RuntimeException unreadable) {
            return null;
        }
    }

    private static String written(String text) {
        return text.isEmpty() ? "空着，" : "写的是 " + text + "，";
    }

    private static boolean hasNoConditions(Collection<InputEntry> entries) {
        return entries.stream().allMatch(entry -> isNone(text(entry.getText())));
    }

    private static boolean isNone(String condition) {
        return condition.isEmpty() || condition.equals("-");
    }

    static String text(@Nullable Text text) {
        return text == null ? "" : text.getTextContent().strip();
    }
}
