package com.guncai.backoffice.process.trial;

import static org.camunda.bpm.model.bpmn.impl.BpmnModelConstants.CAMUNDA_ATTRIBUTE_RESULT_VARIABLE;
import static org.camunda.bpm.model.bpmn.impl.BpmnModelConstants.CAMUNDA_NS;

import java.util.List;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Namespace;

/** Lets a trial see each step and each flow that a case takes. */
class TrialParseListener extends AbstractBpmnParseListener {
    static final String RESULT_VARIABLE = "trialResultVariable";

    private static final ExecutionListener STEP =
            execution -> Trial.current().passes(execution.getCurrentActivityId(), execution.getCurrentActivityName());
    /** What a called process hands back is chosen; it is on trial when it is deployed itself. */
    private static final ExecutionListener ANSWER = execution -> {
        var trial = Trial.current();
        var key = ((ExecutionEntity) execution).getProcessDefinition().getKey();
        trial.handedBack(key)
                .forEach(name -> execution.setVariable(
                        name, trial.samples.decides(name) ? trial.choices.choose(name, trial.samples.of(name)) : "样例"));
    };

    private static final ExecutionListener FLOW =
            execution -> Trial.current().flowsTaken.add(execution.getCurrentTransitionId());

    @Override
    public void parseRootElement(Element root, List<ProcessDefinitionEntity> definitions) {
        for (var definition : definitions) {
            watch(definition);
            if (StandInProcess.is(definition)) {
                definition.getInitial().addBuiltInListener(ExecutionListener.EVENTNAME_START, ANSWER);
            }
        }
    }

    private static void watch(ScopeImpl scope) {
        for (ActivityImpl activity : scope.getActivities()) {
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, STEP);
            watch(activity);
        }
    }

    @Override
    public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        activity.setProperty(
                RESULT_VARIABLE, element.attributeNS(new Namespace(CAMUNDA_NS), CAMUNDA_ATTRIBUTE_RESULT_VARIABLE));
    }

    @Override
    public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
        flow.addListener(ExecutionListener.EVENTNAME_TAKE, FLOW);
    }
}
