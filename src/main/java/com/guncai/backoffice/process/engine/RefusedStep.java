package com.guncai.backoffice.process.engine;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.behavior.AbstractBpmnActivityBehavior;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;

/** Stands in for a step of a diagram that was deployed with something in it that is not allowed. */
class RefusedStep extends AbstractBpmnActivityBehavior {
    private final String content;

    RefusedStep(String content) {
        this.content = content;
    }

    @Override
    public void execute(ActivityExecution execution) {
        var step = execution.getActivity();
        throw new ProcessEngineException(
                "「%s」(%s)里有不允许的内容（%s），没有执行".formatted(step.getProperty("name"), step.getId(), content));
    }
}
