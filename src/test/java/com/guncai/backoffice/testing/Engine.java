package com.guncai.backoffice.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** Steps through processes by hand, for {@link ProcessTest}s. */
@TestComponent
public class Engine {
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService jobs;
    private final TransactionTemplate transaction;

    public Engine(ProcessEngine engine, TransactionTemplate transaction) {
        init(engine);
        this.transaction = transaction;
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

    public void complete(ProcessInstance process, String task, Map<String, Object> answers) {
        var open = tasks.createTaskQuery()
                .processInstanceId(process.getId())
                .taskDefinitionKey(task)
                .singleResult();
        if (open == null) {
            throw new AssertionError(task + " is not open");
        }
        tasks.complete(open.getId(), answers);
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
