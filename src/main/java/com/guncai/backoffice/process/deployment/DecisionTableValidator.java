package com.guncai.backoffice.process.deployment;

import com.guncai.backoffice.process.DecisionColumn;
import com.guncai.backoffice.process.ManagedDecision;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InformationRequirement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/** Says in Chinese what is wrong with the decision tables of a file: where a {@link ManagedDecision} cannot be read as it is meant. */
class DecisionTableValidator {
    private static final Set<String> FEEL = Set.of(
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE,
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_ALTERNATIVE,
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_DMN12,
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_DMN13,
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_DMN14,
            DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_DMN15);

    private final Collection<ManagedDecision> managed;
    private final Predicate<String> isGroup;
    private final DecisionCellEvaluator cells;

    /** @param isGroup whether there is a staff group of that id */
    DecisionTableValidator(
            Collection<ManagedDecision> managed, Predicate<String> isGroup, DecisionCellEvaluator cells) {
        this.managed = managed;
        this.isGroup = isGroup;
        this.cells = cells;
    }

    List<String> faults(String file, DmnModelInstance model) {
        var decisions = model.getModelElementsByType(Decision.class);
        var faults = new ArrayList<String>();
        for (var decision : decisions) {
            managed.stream()
                    .filter(table -> table.key().equals(decision.getId()))
                    .findFirst()
                    .ifPresentOrElse(
                            table -> faults.addAll(faults(decision, table)), () -> faults.addAll(groups(decision)));
        }
        for (var table : managed) {
            if (decisions.stream().noneMatch(decision -> table.key().equals(decision.getId()))) {
                faults.addAll(lost(table, file, decisions));
            }
        }
        return faults;
    }

    /** A table whose id was changed would be another one, that nobody asks. */
    private static List<String> lost(ManagedDecision table, String file, Collection<Decision> decisions) {
        var renamed = decisions.stream()
                .filter(decision -> table.title().equals(decision.getName()))
                .map(decision -> "表“%s”的 ID 是 %s，要改回 %s".formatted(table.title(), decision.getId(), table.key()))
                .toList();
        return renamed.isEmpty() && (table.key() + ".dmn").equals(StringUtils.getFilename(file))
                ? List.of("文件 %s 里没有 ID 是 %s 的表（%s）".formatted(file, table.key(), table.title()))
                : renamed;
    }

    private List<String> faults(Decision decision, ManagedDecision table) {
        var name = "表“" + table.title() + "”";
        if (!(decision.getExpression() instanceof DecisionTable grid)) {
            return List.of(name + "里没有表格");
        }
        var faults = new ArrayList<String>();
        if (grid.getHitPolicy() != (table.isList() ? HitPolicy.RULE_ORDER : HitPolicy.FIRST)) {
            faults.add(name + "的命中策略（Hit policy）要选 " + (table.isList() ? "Rule order" : "First"));
        }
        if (decision.getInformationRequirements().stream()
                .map(InformationRequirement::getRequiredDecision)
                .anyMatch(Objects::nonNull)) {
            faults.add(name + "不能引用别的表");
        }
        var language = ((DmnModelInstance) decision.getModelInstance())
                .getDefinitions()
                .getExpressionLanguage();
        var conditions =
                grid.getInputs().stream().map(DecisionTableValidator::head).toList();
        var results =
                grid.getOutputs().stream().map(DecisionTableValidator::head).toList();
        if (!isFeel(language) || conditions.stream().anyMatch(head -> !isFeel(head.language()))) {
            faults.add(name + "的表达式语言要选 FEEL");
        }
        faults.addAll(faults(name, "条件列", conditions, table.inputs()));
        faults.addAll(faults(name, "结果列", results, table.outputs()));
        return faults.isEmpty()
                ? new DecisionRuleValidator(table, conditions, results, cells).faults(name, grid)
                : faults;
    }

    private static List<String> faults(String table, String kind, List<Head> heads, List<DecisionColumn> columns) {
        var names = columns.stream().map(DecisionColumn::name).collect(Collectors.joining("、"));
        var faults = new ArrayList<String>();
        var seen = new HashSet<String>();
        for (var head : heads) {
            var column = head.of(columns);
            var where = "%s的%s“%s”的".formatted(table, kind, head.label());
            if (column == null) {
                faults.add("%s名称是 %s，只能是 %s".formatted(where, head.name(), names));
            } else if (!seen.add(column.name())) {
                faults.add("%s名称 %s 重复".formatted(where, head.name()));
            } else if (!column.accepts(head.type())) {
                faults.add("%s类型要选 %s".formatted(where, column.usualType()));
            }
        }
        columns.stream()
                .filter(column -> !seen.contains(column.name()))
                .forEach(column -> faults.add("%s少了名称是 %s 的%s".formatted(table, column.name(), kind)));
        return faults;
    }

    /** A table that a manager drew up chooses a group in an output called {@code …Group}. */
    private List<String> groups(Decision decision) {
        if (!(decision.getExpression() instanceof DecisionTable grid)) {
            return List.of();
        }
        var faults = new ArrayList<String>();
        var outputs = List.copyOf(grid.getOutputs());
        for (var rule : grid.getRules()) {
            var entries = List.copyOf(rule.getOutputEntries());
            for (int i = 0; i < Math.min(entries.size(), outputs.size()); i++) {
                var group = DecisionRuleValidator.text(entries.get(i).getText());
                if (String.valueOf(outputs.get(i).getName()).endsWith("Group") && !isGroup(group)) {
                    faults.add("决策表里的组 %s 不存在".formatted(group));
                }
            }
        }
        return faults;
    }

    private boolean isGroup(String text) {
        try {
            return cells.result(text, null) instanceof String group && isGroup.test(group);
        } catch (RuntimeException unreadable) {
            return false;
        }
    }

    private static Head head(Input input) {
        var expression = input.getInputExpression();
        return expression == null
                ? new Head(input.getLabel(), null, null, null)
                : new Head(
                        input.getLabel(),
                        DecisionRuleValidator.text(expression.getText()),
                        expression.getTypeRef(),
                        expression.getExpressionLanguage());
    }

    private static Head head(Output output) {
        return new Head(output.getLabel(), output.getName(), output.getTypeRef(), null);
    }

    static boolean isFeel(@Nullable String language) {
        return !StringUtils.hasLength(language) || FEEL.contains(language);
    }

    /** What stands above a column of the file. */
    record Head(String label, String name, @Nullable String type, @Nullable String language) {
        Head(@Nullable String label, @Nullable String name, @Nullable String type, @Nullable String language) {
            this.name = name == null ? "空的" : name;
            this.label = StringUtils.hasText(label) ? label : this.name;
            this.type = type;
            this.language = language;
        }

        /** The one of that name; blanks within an expression do not matter. */
        @Nullable
        DecisionColumn of(List<DecisionColumn> columns) {
            return columns.stream()
                    .filter(column -> bare(column.name()).equals(bare(name)))
                    .findFirst()
                    .orElse(null);
        }

        private static String bare(String expression) {
            return expression.replaceAll("\\s", "");
        }
    }
}
