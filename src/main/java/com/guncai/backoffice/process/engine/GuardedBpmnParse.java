package com.guncai.backoffice.process.engine;

import java.util.ArrayList;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Reads a diagram, also one that was deployed before anybody checked it, without what a diagram must not contain. The steps that would
 * have run it become jobs that fail at once, so that people see them.
 */
class GuardedBpmnParse extends BpmnParse {
    private final ModelExpressionManager expressions;
    private final ForbiddenContent forbidden = new ForbiddenContent();

    GuardedBpmnParse(BpmnParser parser, ModelExpressionManager expressions) {
        super(parser);
        this.expressions = expressions;
    }

    @Override
    protected void parseRootElement() {
        rootElement = forbidden.leftOut(rootElement);
        super.parseRootElement();
    }

    @Override
    public ProcessDefinitionEntity parseProcess(Element process) {
        var parsed = new ArrayList<ProcessDefinitionEntity>();
        expressions.within(String.valueOf(process.attribute("id")), () -> parsed.add(super.parseProcess(process)));
        return parsed.get(0);
    }

    @Override
    public void parseScope(Element element, ScopeImpl scope) {
        super.parseScope(element, scope);
        forbidden.steps().forEach((id, content) -> {
            var step = scope instanceof ProcessDefinitionEntity process
                            && process.getKey().equals(id)
                    ? process.getInitial()
                    : scope.findActivity(id);
            if (step != null) {
                step.setAsyncBefore(true, true);
                step.setActivityBehavior(new RefusedStep(content));
            }
        });
    }
}
