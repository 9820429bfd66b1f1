package com.guncai.backoffice.process.version;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.dmn.deployer.DecisionDefinitionDeployer;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.ModelException;

/**
 * A file of a deployment.
 *
 * @param name as it was sent, with its ending
 */
record ModelFile(String name, byte[] content) {

    /** As the engine tells what a file is. */
    boolean isDiagram() {
        return Stream.of(BpmnDeployer.BPMN_RESOURCE_SUFFIXES).anyMatch(name::endsWith);
    }

    boolean isTable() {
        return Stream.of(DecisionDefinitionDeployer.DMN_RESOURCE_SUFFIXES).anyMatch(name::endsWith);
    }

    /** Whether it is a form, or a page that stands in for one. */
    boolean isForm() {
        return name.endsWith(".form") || name.endsWith(".html");
    }

    /** Ids of the processes or decisions; empty for forms, and for a file that cannot be read. */
    List<String> keys() {
        try {
            if (isDiagram()) {
                return Bpmn.readModelFromStream(stream()).getModelElementsByType(Process.class).stream()
                        .map(Process::getId)
                        .toList();
            }
            if (isTable()) {
                return Dmn.readModelFromStream(stream()).getModelElementsByType(Decision.class).stream()
                        .map(Decision::getId)
                        .toList();
            }
        } catch (ModelException unreadable) {
            // the engine says so itself
        }
        return List.of();
    }

    /** Names of the files that a diagram's tasks and start events show; empty for a file that cannot be read. */
    Set<String> forms() {
        try {
            return isDiagram() ? DiagramForms.of(Bpmn.readModelFromStream(stream())) : Set.of();
        } catch (ModelException unreadable) {
            return Set.of();
        }
    }

    /** Whether it says the same; how its lines end says nothing. */
    boolean isSameAs(byte[] other) {
        return text(content).equals(text(other));
    }

    static String names(Stream<ModelFile> files) {
        return files.map(ModelFile::name).sorted().collect(Collectors.joining("、"));
    }

    private ByteArrayInputStream stream() {
        return new ByteArrayInputStream(content);
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8).replace("\r\n", "\n").strip();
    }
}
