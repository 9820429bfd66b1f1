package com.guncai.backoffice.process;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Keeps facts that a diagram could not take as failed jobs of its process, without a case: a case moves on, or is moved. */
@Component
public class FactQueue {
    private final ObjectProvider<CaseProcess> processes;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final SpringProcessEngineConfiguration engine;

    FactQueue(
            ObjectProvider<CaseProcess> processes,
            @Lazy RuntimeService runtime,
            @Lazy RepositoryService repository,
            @Lazy SpringProcessEngineConfiguration engine) {
        this.processes = processes;
        this.runtime = runtime;
        this.repository = repository;
        this.engine = engine;
    }

    /**
     * Keeps a fact as a job that has failed.
     *
     * @param reason what went wrong, for managers
     */
    void add(DeferredFact fact, String reason) {
        engine.getCommandExecutorTxRequired().execute(context -> {
            add(context, fact, reason);
            return null;
        });
    }

    private void add(CommandContext context, DeferredFact fact, String reason) {
        var job = new MessageEntity();
        job.setJobHandlerType(DeferredFact.JOB);
        job.setJobHandlerConfigurationRaw(fact.text());
        var definition = definition(context, fact);
        if (definition != null) {
            job.setProcessDefinitionId(definition.getId());
            job.setProcessDefinitionKey(definition.getKey());
            job.setDeploymentId(definition.getDeploymentId());
        }
        context.getJobManager().insertJob(job);
        job.setExceptionMessage("单号 %s：%s没有送到流程。已经记下，请修正流程图并部署，把这张单迁移到新版本，再重试。原因：%s"
                .formatted(fact.caseNo(), fact.message() == null ? "开始办理" : "消息 " + fact.message() + " ", reason));
        job.setRetries(0);
    }

    private @Nullable ProcessDefinitionEntity definition(CommandContext context, DeferredFact fact) {
        var definitions = context.getProcessDefinitionManager();
        var key = fact.process();
        return key != null
                ? definitions.findLatestProcessDefinitionByKey(key)
                : needing(String.valueOf(fact.message()), fact.caseNo()).stream()
                        .findFirst()
                        .map(instance -> definitions.findLatestProcessDefinitionById(instance.getProcessDefinitionId()))
                        .orElse(null);
    }

    /** Why a running case of that number cannot hear the message although its class needs it; {@code null} when it can. */
    public @Nullable String missingEvent(String message, String caseNo) {
        return needing(message, caseNo).stream()
                        .anyMatch(instance ->
                                !isHeard(message, repository.getBpmnModelInstance(instance.getProcessDefinitionId())))
                ? "这个版本的流程图里没有接收 " + message + " 的事件"
                : null;
    }

    private static boolean isHeard(String message, BpmnModelInstance diagram) {
        return Stream.concat(
                        diagram.getModelElementsByType(MessageEventDefinition.class).stream()
                                .map(MessageEventDefinition::getMessage),
                        diagram.getModelElementsByType(ReceiveTask.class).stream()
                                .map(ReceiveTask::getMessage))
                .filter(Objects::nonNull)
                .map(Message::getName)
                .anyMatch(message::equals);
    }

    private List<ProcessInstance> needing(String message, String caseNo) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNo).list().stream()
                .filter(instance -> processes.stream()
                        .anyMatch(process -> process.key().equals(instance.getProcessDefinitionKey())
                                && process.messages().contains(message)))
                .toList();
    }

    /** Whether the process has the case now, be it within the running transaction. */
    public boolean isRunning(String process, String caseNo) {
        var command = Context.getCommandContext();
        var isStarted = command != null
                && command.getDbEntityManager().getCachedEntitiesByType(ExecutionEntity.class).stream()
                        .filter(ExecutionEntity::isProcessInstanceExecution)
                        .anyMatch(instance -> caseNo.equals(instance.getBusinessKey())
                                && process.equals(
                                        instance.getProcessDefinition().getKey()));
        return isStarted
                || runtime.createProcessInstanceQuery()
                                .processDefinitionKey(process)
                                .processInstanceBusinessKey(caseNo)
                                .count()
                        > 0;
    }
}
