package com.guncai.backoffice.process.deployment;

import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Definitions;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates single cells of decision tables as the engine will, each in a table of its own: so a mistake has a row and a
 * column. Nothing is known to a cell but the value that its column looks at.
 */
class DecisionCellEvaluator {
    private static final String TABLE = "cell";

    private final DmnEngine dmn =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    /**
     * What a result says; {@code null} when it leads to nothing.
     *
     * @param type the column's type in DMN
     * @throws RuntimeException the engine's, when it can make nothing of it
     */
    @Nullable
    Object result(String text, @Nullable String type) {
        var table = tableOf("", null, text, type);
        return dmn.evaluateDecisionTable(table, Map.of(TABLE, ""))
                .getSingleResult()
                .get(TABLE);
    }

    /**
     * Whether a condition fits one of the values.
     *
     * @param type the column's type in DMN
     * @throws RuntimeException the engine's, when it can make nothing of it
     */
    boolean fitsOne(String text, @Nullable String type, Iterable<Object> values) {
        var table = tableOf(text, type, "true", null);
        for (var value : values) {
            if (!dmn.evaluateDecisionTable(table, Map.of(TABLE, value)).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private DmnDecision tableOf(
            String condition, @Nullable String conditionType, String result, @Nullable String resultType) {
        var model = Dmn.createEmptyModel();
        var definitions = model.newInstance(Definitions.class);
        definitions.setName(TABLE);
        definitions.setNamespace(TABLE);
        model.setDefinitions(definitions);
        var decision = within(definitions, Decision.class);
        decision.setId(TABLE);
        decision.setName(TABLE);
        var table = within(decision, DecisionTable.class);
        table.setHitPolicy(HitPolicy.RULE_ORDER);
        var looksAt = within(within(table, Input.class), InputExpression.class);
        looksAt.setTypeRef(conditionType);
        says(looksAt, TABLE);
        var output = within(table, Output.class);
        output.setName(TABLE);
        output.setTypeRef(resultType);
        var rule = within(table, Rule.class);
        says(within(rule, InputEntry.class), condition);
        says(within(rule, OutputEntry.class), result);
        return dmn.parseDecision(TABLE, model);
    }

    private static <T extends ModelElementInstance> T within(ModelElementInstance parent, Class<T> type) {
        T child = parent.getModelInstance().newInstance(type);
        parent.addChildElement(child);
        return child;
    }

    private static void says(ModelElementInstance expression, String text) {
        within(expression, Text.class).setTextContent(text);
    }
}
