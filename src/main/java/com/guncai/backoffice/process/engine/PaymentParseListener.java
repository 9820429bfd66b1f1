package com.guncai.backoffice.process.engine;

import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * What follows a wait for a message runs in a job of its own where {@code PaymentProcess} waits, whatever its diagram says:
 * an order is paid as soon as WeChat Pay says so, and no step that somebody draws behind the wait can refuse that.
 */
class PaymentParseListener extends AbstractBpmnParseListener {
    private static final String PAYMENT = "PaymentProcess";

    @Override
    public void parseReceiveTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (PAYMENT.equals(((ProcessDefinitionEntity) activity.getProcessDefinition()).getKey())) {
            activity.setAsyncAfter(true, true);
        }
    }
}
