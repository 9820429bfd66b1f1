package com.guncai.backoffice.process.trial;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;

/** One sample case from its start to its end: whatever can happen to it is chosen, and nothing happens twice in the same way. */
class TrialPath {
    private static final int MOST_EVENTS = 60;
    private static final String CASE_NO = "试运行";

    private final ProcessEngine engine;
    private final Trial trial;
    private final TaskAnswers answers;
    private final String process;
    private final BpmnModelInstance diagram;
    private final Map<String, List<@Nullable Object>> start;

    TrialPath(
            ProcessEngine engine,
            Trial trial,
            TaskAnswers answers,
            String process,
            BpmnModelInstance diagram,
            Map<String, List<@Nullable Object>> start) {
        this.engine = engine;
        this.trial = trial;
        this.answers = answers;
        this.process = process;
        this.diagram = diagram;
        this.start = start;
    }

    void play() {
        var instance = begin();
        try {
            for (int i = 0; i < MOST_EVENTS; i++) {
                runJobs(instance);
                if (isOver(instance)) {
                    return;
                }
                var events = events(instance);
                if (events.isEmpty()) {
                    stuck(instance);
                    return;
                }
                var event = trial.choices.choose(
                        "after " + trial.lastStep() + " "
                                + events.stream().map(Event::what).toList(),
                        events);
                trial.times(event.what());
                trial.nextEvent();
                event.happen().run();
            }
        } finally {
            if (!isOver(instance)) {
                engine.getRuntimeService().deleteProcessInstance(instance, "trial", true, true, true, true);
            }
        }
    }

    private String begin() {
        var starts = ((Process) diagram.getModelElementById(process))
                .getFlowElements().stream()
                        .filter(StartEvent.class::isInstance)
                        .map(StartEvent.class::cast)
                        .toList();
        var chosen = trial.choices.choose("start", starts);
        var variables = new HashMap<String, @Nullable Object>();
        start.forEach((name, given) -> {
            var values = given.size() == 1 && trial.samples.decides(name) ? trial.samples.of(name) : given;
            variables.put(name, trial.choices.choose("start " + name, values));
        });
        trial.nextEvent();
        var begun = engine.getRuntimeService()
                .createProcessInstanceByKey(process)
                .businessKey(CASE_NO)
                .setVariables(variables);
        if (!chosen.getEventDefinitions().isEmpty()) {
            begun.startBeforeActivity(chosen.getId());
        }
        return begun.execute().getId();
    }

    private void runJobs(String instance) {
        for (int i = 0; i < MOST_EVENTS; i++) {
            var ready =
                    jobs(instance).filter(job -> !(job instanceof TimerEntity)).findFirst();
            if (ready.isEmpty()) {
                return;
            }
            engine.getManagementService().executeJob(ready.get().getId());
        }
        throw new Trial.EndlessLoopException();
    }

    private Stream<Job> jobs(String instance) {
        return engine.getManagementService().createJobQuery().processInstanceId(instance).list().stream();
    }

    private boolean isOver(String instance) {
        return engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count()
                == 0;
    }

    /** What may happen next: a task is done, a time is up, a message comes. */
    private List<Event> events(String instance) {
        var events = new ArrayList<Event>();
        for (Task task : engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .orderByTaskName()
                .asc()
                .list()) {
            var form = ((UserTask) diagram.getModelElementById(task.getTaskDefinitionKey())).getCamundaFormRef();
            for (Map<String, @Nullable Object> entered : answers.of(form)) {
                add(events, task.getTaskDefinitionKey() + " " + entered, 1, () -> complete(task, form, entered));
            }
        }
        jobs(instance)
                .filter(TimerEntity.class::isInstance)
                .forEach(timer -> add(events, "timer " + activityOf(timer), 1, () -> engine.getManagementService()
                        .executeJob(timer.getId())));
        for (EventSubscription heard : engine.getRuntimeService()
                .createEventSubscriptionQuery()
                .processInstanceId(instance)
                .eventType("message")
                .list()) {
            add(events, "message " + heard.getActivityId(), 1, () -> engine.getRuntimeService()
                    .messageEventReceived(heard.getEventName(), heard.getExecutionId()));
        }
        return events;
    }

    private String activityOf(Job timer) {
        return engine.getManagementService()
                .createJobDefinitionQuery()
                .jobDefinitionId(timer.getJobDefinitionId())
                .singleResult()
                .getActivityId();
    }

    private void add(List<Event> events, String what, int most, Runnable happen) {
        if (trial.timesSoFar(what) < most) {
            events.add(new Event(what, happen));
        }
    }

    private void complete(Task task, @Nullable String form, Map<String, @Nullable Object> entered) {
        if (form != null && engine.getFormService().getDeployedTaskForm(task.getId()) == null) {
            throw new IllegalStateException("表单 " + form + " 打不开");
        }
        engine.getTaskService().complete(task.getId(), new HashMap<>(entered));
    }

    /** Everything that could happen has happened on this path, or nothing ever can. */
    private void stuck(String instance) {
        var waitsForNobody = engine.getTaskService()
                                .createTaskQuery()
                                .processInstanceId(instance)
                                .count()
                        == 0
                && jobs(instance).findAny().isEmpty()
                && engine.getRuntimeService()
                                .createEventSubscriptionQuery()
                                .processInstanceId(instance)
                                .count()
                        == 0;
        if (waitsForNobody) {
            throw new IllegalStateException("停在这里，没有人、没有时间、也没有消息能让它继续");
        }
    }

    private record Event(String what, Runnable happen) {}
}
