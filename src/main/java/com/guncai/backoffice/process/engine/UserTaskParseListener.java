package com.guncai.backoffice.process.engine;

import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Adds to every user task of every diagram what holds for all of them. */
class UserTaskParseListener extends AbstractBpmnParseListener {
    private static final TaskListener FAULT_END = new TaskFaultEnd();

    private final TaskListener deadlines;
    private final TaskListener assignment;

    UserTaskParseListener(TaskListener deadlines, TaskListener assignment) {
        this.deadlines = deadlines;
        this.assignment = assignment;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior behavior) {
            behavior.getTaskDefinition().addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, deadlines);
            behavior.getTaskDefinition().addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, assignment);
            behavior.getTaskDefinition().addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, FAULT_END);
        }
    }
}
