package com.guncai.backoffice.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import com.guncai.backoffice.journey.MiniProgram;
import com.guncai.backoffice.process.CaseChanged;
import com.guncai.backoffice.process.engine.TaskDeadlineWatch;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** Steps through processes by hand, for {@link ProcessTest}s. */
@TestComponent
public class Engine {
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService jobs;
    private final TransactionTemplate transaction;
    private final TaskDeadlineWatch watch;
    private final ApplicationEventPublisher events;

    public Engine(
            ProcessEngine engine,
            TransactionTemplate transaction,
            TaskDeadlineWatch watch,
            ApplicationEventPublisher events) {
        init(engine);
        this.events = events;
        this.transaction = transaction;
        this.watch = watch;
        this.runtime = engine.getRuntimeService();
        this.tasks = engine.getTaskService();
        this.jobs = engine.getManagementService();
    }

    /** The running process of a case. */
    public ProcessInstance process(String caseNo) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNo)
                .singleResult();
    }

    /** The running process of this kind that is about an order. */
    public ProcessInstance process(String key, String orderNo) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(key)
                .variableValueEquals("orderNo", orderNo)
                .singleResult();
    }

    /** Executes the job that waits at an activity, whenever it is due. */
    public void run(ProcessInstance process, String activity) {
        jobs.executeJob(job(process, activity).getId());
    }

    /** When the timer of a boundary event fires. */
    public Instant due(ProcessInstance process, String activity) {
        return job(process, activity).getDuedate().toInstant();
    }

    /** As {@link #run}, with the node dying before anything of ours is written. */
    public void runAndCrash(ProcessInstance process, String activity) {
        transaction.executeWithoutResult(status -> {
            run(process, activity);
            status.setRollbackOnly();
        });
    }

    /** As {@link #run}, for a job that fails for this reason; answers how many tries are left. */
    public int runInVain(ProcessInstance process, String activity, String reason) {
        var job = job(process, activity);
        assertThatThrownBy(() -> jobs.executeJob(job.getId())).as(activity).hasStackTraceContaining(reason);
        return job(process, activity).getRetries();
    }

    /** The messages about an order that wait to be sent, by template. */
    public List<String> messages(String orderNo) {
        return waiting(orderNo)
                .map(message -> (String) runtime.getVariable(message.getId(), "template"))
                .toList();
    }

    /** Sends the messages about an order that wait. */
    public void sendMessages(String orderNo) {
        waiting(orderNo)
                .forEach(message -> jobs.executeJob(jobs.createJobQuery()
                        .processInstanceId(message.getId())
                        .singleResult()
                        .getId()));
    }

    private Stream<ProcessInstance> waiting(String orderNo) {
        return runtime
                .createProcessInstanceQuery()
                .processDefinitionKey("MessageProcess")
                .variableValueEquals("orderNo", orderNo)
                .list()
                .stream();
    }

    /** The order is paid; answers the process that fulfils it, started by a job of its own. */
    public ProcessInstance paid(MiniProgram customer, String orderNo) {
        customer.pays(orderNo);
        run(process(orderNo), "Task_AwaitPayment");
        return process(orderNo);
    }

    /** When an open task is to be done by. */
    public Instant due(String task, ProcessInstance process) {
        return open(process, task).getDueDate().toInstant();
    }

    /** When an open task is looked at next, for its reminder or its escalation. */
    public Instant lookedAt(String task, ProcessInstance process) {
        return open(process, task).getFollowUpDate().toInstant();
    }

    /** The time has come to look at an open task. */
    public void look(String task, ProcessInstance process) {
        var open = open(process, task);
        open.setFollowUpDate(Date.from(Instant.EPOCH));
        tasks.saveTask(open);
        watch.look();
    }

    /** The domain announces that a case has changed. */
    public void changed(String caseNo, String summary) {
        transaction.executeWithoutResult(status -> events.publishEvent(new CaseChanged(caseNo, summary)));
    }

    public void complete(ProcessInstance process, String task, Map<String, Object> answers) {
        tasks.complete(open(process, task).getId(), answers);
    }

    private Task open(ProcessInstance process, String task) {
        var open = tasks.createTaskQuery()
                .processInstanceId(process.getId())
                .taskDefinitionKey(task)
                .singleResult();
        if (open == null) {
            throw new AssertionError(task + " is not open");
        }
        return open;
    }

    private Job job(ProcessInstance process, String activity) {
        var job = jobs.createJobQuery()
                .processInstanceId(process.getId())
                .activityId(activity)
                .singleResult();
        if (job == null) {
            throw new AssertionError("no job waits at " + activity);
        }
        return job;
    }
}
