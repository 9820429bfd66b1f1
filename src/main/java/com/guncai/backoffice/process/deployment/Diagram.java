package com.guncai.backoffice.process.deployment;

import java.util.Map;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * A diagram that is to be deployed.
 *
 * @param file its name
 * @param files the whole deployment by name, with the forms that the version before or this release supplied
 */
record Diagram(String file, BpmnModelInstance model, Map<String, byte[]> files) {
    static Process processOf(ModelElementInstance element) {
        return element instanceof Process process ? process : processOf(element.getParentElement());
    }
}
