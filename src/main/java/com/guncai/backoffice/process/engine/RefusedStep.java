package com.guncai.backoffice.process.engine;

import com.guncai.backoffice.shared.NonRetryableException;
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
        throw new NonRetryableException("「%s」(%s)里有不允许的内容（%s），没有执行：改好流程图、部署，再把这一单迁移过去重试"
                .formatted(step.getProperty("name"), step.getId(), content));
    }
}
