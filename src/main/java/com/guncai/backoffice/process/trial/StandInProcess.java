package com.guncai.backoffice.process.trial;

import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/** A process with nothing in it, for one that the diagram on trial calls. */
final class StandInProcess {
    private static final String NAME = "stand-in";

    private StandInProcess() {}

    static boolean is(ProcessDefinitionEntity definition) {
        return NAME.equals(definition.getName());
    }

    static String of(String key) {
        return """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="trial">
                  <process id="%s" name="%s" isExecutable="true">
                    <startEvent id="start"/><sequenceFlow id="flow" sourceRef="start" targetRef="end"/><endEvent id="end"/>
                  </process>
                </definitions>"""
                .formatted(key, NAME);
    }
}
