package com.guncai.backoffice.process.deployment;

import static org.camunda.bpm.model.bpmn.impl.BpmnModelConstants.CAMUNDA_ATTRIBUTE_RESULT_VARIABLE;
import static org.camunda.bpm.model.bpmn.impl.BpmnModelConstants.CAMUNDA_NS;

import com.guncai.backoffice.process.CaseProcess;
import com.guncai.backoffice.process.OrderField;
import com.guncai.backoffice.process.OrderFields;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The names that expressions of a diagram may use for values. */
@Component
class KnownNames {
    private static final Set<String> OF_LOOPS =
            Set.of("loopCounter", "nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances");
    private static final Pattern PAGE_FIELD = Pattern.compile("cam-variable-name=\"([^\"]+)\"");

    private final ObjectProvider<CaseProcess> processes;
    private final ObjectProvider<OrderFields> orderFields;

    KnownNames(ObjectProvider<CaseProcess> processes, ObjectProvider<OrderFields> orderFields) {
        this.processes = processes;
        this.orderFields = orderFields;
    }

    @Nullable
    CaseProcess caseProcess(String key) {
        return processes.stream()
                .filter(process -> process.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    Set<String> of(Diagram diagram, String process) {
        var names = new HashSet<>(OF_LOOPS);
        var code = caseProcess(process);
        if (code == null) {
            processes.forEach(any -> names.addAll(any.caseNumbers()));
        } else {
            names.addAll(code.caseNumbers());
            names.addAll(code.formFields());
            names.addAll(code.sampleStart().keySet());
        }
        orderFields.forEach(
                source -> source.fields().stream().map(OrderField::name).forEach(names::add));
        set(diagram.model()).filter(Objects::nonNull).forEach(names::add);
        names.addAll(formFields(diagram.files()));
        return names;
    }

    private static Set<String> formFields(Map<String, byte[]> files) {
        var keys = new HashSet<String>();
        files.forEach((name, content) -> {
            if (name.endsWith(Forms.ENDING)) {
                var form = Forms.read(content);
                if (form != null) { // else Forms.check says so
                    keys.addAll(form.findValuesAsText("key"));
                }
            } else if (ReleasePages.isPage(name)) {
                PAGE_FIELD
                        .matcher(new String(content, StandardCharsets.UTF_8))
                        .results()
                        .forEach(field -> keys.add(field.group(1)));
            }
        });
        return keys;
    }

    /** What the diagram itself sets. */
    private static Stream<String> set(BpmnModelInstance model) {
        return Stream.of(
                        model.getModelElementsByType(CamundaInputParameter.class).stream()
                                .map(CamundaInputParameter::getCamundaName),
                        model.getModelElementsByType(CamundaOutputParameter.class).stream()
                                .map(CamundaOutputParameter::getCamundaName),
                        model.getModelElementsByType(CamundaOut.class).stream().map(CamundaOut::getCamundaTarget),
                        model.getModelElementsByType(StartEvent.class).stream().map(StartEvent::getCamundaInitiator),
                        model.getModelElementsByType(MultiInstanceLoopCharacteristics.class).stream()
                                .map(MultiInstanceLoopCharacteristics::getCamundaElementVariable),
                        model.getModelElementsByType(FlowNode.class).stream()
                                .map(node -> node.getAttributeValueNs(CAMUNDA_NS, CAMUNDA_ATTRIBUTE_RESULT_VARIABLE)))
                .flatMap(names -> names);
    }
}
