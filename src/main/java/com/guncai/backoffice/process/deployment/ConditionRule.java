package com.guncai.backoffice.process.deployment;

import com.guncai.backoffice.process.allowed.ModelActions;
import java.util.Set;
import org.camunda.bpm.impl.juel.TreeBuilderException;
import org.camunda.bpm.model.bpmn.instance.CompletionCondition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Each question of a diagram has an answer for every case. */
@Component
class ConditionRule implements DiagramRule {
    private static final Set<Class<?>> ANSWERS = Set.of(boolean.class, Boolean.class, Object.class);

    private final ModelActions actions;

    ConditionRule(ModelActions actions) {
        this.actions = actions;
    }

    @Override
    public void check(Diagram diagram, Findings findings) {
        var model = diagram.model();
        for (var flow : model.getModelElementsByType(SequenceFlow.class)) {
            var condition = flow.getConditionExpression();
            if (condition != null) {
                condition(flow, condition.getTextContent(), findings);
            }
        }
        for (var condition : model.getModelElementsByType(CompletionCondition.class)) {
            condition(condition, condition.getTextContent(), findings);
        }
        model.getModelElementsByType(FlowNode.class).forEach(node -> choice(node, findings));
    }

    private static void choice(FlowNode node, Findings findings) {
        var isQuestion = node instanceof ExclusiveGateway || node instanceof InclusiveGateway;
        var usual = usual(node);
        var flows = Diagram.outgoing(node);
        for (var flow : flows) {
            var isConditional = flow.getConditionExpression() != null;
            if (node instanceof ParallelGateway && isConditional) {
                findings.error(flow, "从并行网关出来，不能有条件：删掉条件，或把网关换成排他网关");
            } else if (!(node instanceof Gateway) && isConditional && usual == null) {
                findings.error(flow, "有条件，但不是从网关出来的：在前面加一个排他网关");
            } else if (isQuestion && flows.size() > 1 && !isConditional && !flow.equals(usual)) {
                findings.error(flow, "没有条件：写上条件，或设为默认流（Default flow）");
            }
        }
        if (isQuestion && flows.size() > 1 && usual == null) {
            findings.error(node, "没有默认流，条件都不符合时会卡住：把其中一条设为默认流（Default flow）");
        }
    }

    private static @Nullable SequenceFlow usual(FlowNode node) {
        var id = node.getAttributeValue("default");
        return id == null || !(node.getModelInstance().getModelElementById(id) instanceof SequenceFlow flow)
                ? null
                : flow;
    }

    private void condition(ModelElementInstance owner, @Nullable String text, Findings findings) {
        var written = text == null ? "" : text.strip();
        if (!written.matches("(?s)[$#]\\{.*}")) {
            findings.error(owner, "的条件 %s 要写成 ${…}，例如 ${approved == true}".formatted(written));
            return;
        }
        try {
            var parsed = ParsedExpression.of(written);
            var kind = parsed.kind();
            if (kind == ExpressionKind.FIXED) {
                findings.error(owner, "的条件 %s 永远一样：写真正的条件，或设为默认流".formatted(written));
            } else if (kind == ExpressionKind.NO_ANSWER || (kind == ExpressionKind.VALUE && !answers(parsed))) {
                findings.error(owner, "的条件 %s 没有“是”或“否”的结果，例如写成 ${… == true}".formatted(written));
            }
        } catch (TreeBuilderException unreadable) {
            // ExpressionRule says so
        }
    }

    /** An action that returns something else is no condition; of a variable nobody knows. */
    private boolean answers(ParsedExpression parsed) {
        if (parsed.calls().size() != 1) {
            return true;
        }
        var call = parsed.calls().get(0);
        var action = call.bean() == null
                ? null
                : actions.find(call.bean(), call.method(), call.arguments().size());
        return action == null || ANSWERS.contains(action.getReturnType());
    }
}
