package com.guncai.backoffice.process.deployment;

import com.guncai.backoffice.process.DeploymentFinding;
import com.guncai.backoffice.process.DeploymentFinding.Severity;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/** Collects what the rules say of one deployment; the same said twice is said once. */
class Findings {
    private final Set<DeploymentFinding> found = new LinkedHashSet<>();

    /** @param text goes on after the element's name: what is wrong, and how to mend it */
    void error(ModelElementInstance element, String text) {
        add(Severity.ERROR, element, text);
    }

    void warning(ModelElementInstance element, String text) {
        add(Severity.WARNING, element, text);
    }

    /** About a file or the deployment as a whole: a sentence of its own. */
    void error(String text) {
        found.add(new DeploymentFinding(Severity.ERROR, null, text));
    }

    void warning(String text) {
        found.add(new DeploymentFinding(Severity.WARNING, null, text));
    }

    boolean hasNoErrors() {
        return found.stream().noneMatch(DeploymentFinding::isError);
    }

    boolean hasErrors(ModelElementInstance element) {
        var owner = owner(element);
        return owner != null
                && found.stream()
                        .anyMatch(finding -> finding.isError() && id(owner).equals(finding.element()));
    }

    List<DeploymentFinding> all() {
        return found.stream()
                .sorted(Comparator.comparing(DeploymentFinding::severity))
                .toList();
    }

    private void add(Severity severity, ModelElementInstance element, String text) {
        var owner = owner(element);
        found.add(
                owner == null
                        ? new DeploymentFinding(severity, null, text)
                        : new DeploymentFinding(severity, id(owner), called(owner) + text));
    }

    private static @Nullable ModelElementInstance owner(@Nullable ModelElementInstance element) {
        return element == null || element instanceof FlowElement || element instanceof Process
                ? element
                : owner(element.getParentElement());
    }

    /** As a sentence names an element: 「短信通知内勤」(Task_TellDesk). */
    static String called(ModelElementInstance element) {
        var name = element.getAttributeValue("name");
        if (StringUtils.hasText(name)) {
            return "「%s」(%s)".formatted(name.strip().replaceAll("\\s+", " "), id(element));
        }
        return element instanceof SequenceFlow flow && flow.getSource() != null && flow.getTarget() != null
                ? "从%s到%s的连线 %s ".formatted(called(flow.getSource()), called(flow.getTarget()), id(element))
                : id(element) + " ";
    }

    private static String id(ModelElementInstance element) {
        return String.valueOf(element.getAttributeValue("id"));
    }
}
