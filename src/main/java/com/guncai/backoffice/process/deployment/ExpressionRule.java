package com.guncai.backoffice.process.deployment;

import static org.camunda.bpm.model.bpmn.impl.BpmnModelConstants.CAMUNDA_ATTRIBUTE_RESULT_VARIABLE;
import static org.camunda.bpm.model.bpmn.impl.BpmnModelConstants.CAMUNDA_NS;

import com.guncai.backoffice.process.ModelBean;
import com.guncai.backoffice.process.deployment.ParsedExpression.Call;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.impl.juel.TreeBuilderException;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** Each expression calls what is there. */
@Component
class ExpressionRule implements DiagramRule {
    private static final Set<String> OF_THE_ENGINE = Set.of("execution", "task");

    private final ApplicationContext context;

    ExpressionRule(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public void check(Diagram diagram, Findings findings) {
        var model = diagram.model();
        var variables = variables(model);
        for (var expression : ModelExpression.of(model)) {
            var owner = model.getModelElementById(expression.id());
            try {
                var calls = ParsedExpression.of(expression.text()).calls();
                if (!calls.stream().allMatch(call -> leadsSomewhere(call, variables))) {
                    findings.error(owner, "的表达式 %s 找不到对应的功能".formatted(expression.text()));
                }
            } catch (TreeBuilderException unreadable) {
                findings.error(owner, "的表达式 %s 写得不对".formatted(expression.text()));
            }
        }
    }

    /** What the diagram itself sets: any of them may hold something that has methods. */
    private static Set<String> variables(BpmnModelInstance model) {
        return Stream.of(
                        model.getModelElementsByType(CamundaInputParameter.class).stream()
                                .map(CamundaInputParameter::getCamundaName),
                        model.getModelElementsByType(CamundaOutputParameter.class).stream()
                                .map(CamundaOutputParameter::getCamundaName),
                        model.getModelElementsByType(CamundaIn.class).stream().map(CamundaIn::getCamundaTarget),
                        model.getModelElementsByType(CamundaOut.class).stream().map(CamundaOut::getCamundaTarget),
                        model.getModelElementsByType(MultiInstanceLoopCharacteristics.class).stream()
                                .map(MultiInstanceLoopCharacteristics::getCamundaElementVariable),
                        model.getModelElementsByType(FlowNode.class).stream()
                                .map(node -> node.getAttributeValueNs(CAMUNDA_NS, CAMUNDA_ATTRIBUTE_RESULT_VARIABLE)))
                .flatMap(names -> names)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private boolean leadsSomewhere(Call call, Set<String> variables) {
        var bean = call.bean();
        return bean == null
                || OF_THE_ENGINE.contains(bean)
                || variables.contains(bean)
                || (isModelBean(bean) && has(bean, call.method(), call.arguments()));
    }

    private boolean isModelBean(String name) {
        return Stream.of(context.getBeanNamesForType(ModelBean.class, false, false))
                .anyMatch(name::equals);
    }

    private boolean has(String bean, @Nullable String method, int arguments) {
        return Stream.of(ClassUtils.getUserClass(context.getBean(bean)).getMethods())
                .anyMatch(each -> each.getName().equals(method) && each.getParameterCount() == arguments);
    }
}
