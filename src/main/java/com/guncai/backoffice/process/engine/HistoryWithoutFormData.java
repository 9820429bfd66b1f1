package com.guncai.backoffice.process.engine;

import com.guncai.backoffice.process.TaskFormData;
import java.util.Set;
import java.util.function.Predicate;
import org.camunda.bpm.engine.impl.history.HistoryLevelFull;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.jspecify.annotations.Nullable;

/**
 * What somebody reads: which processes, activities and tasks there were, by whom, and the numbers of their cases. Not {@link TaskFormData}s
 * and files: a desk may read the history of its cases, and must not find in it whom each had been about. Not what was typed: that
 * stands encrypted with the completed task.
 */
class HistoryWithoutFormData extends HistoryLevelFull {
    /**
     * That a job came and went, and each value that a variable had: a row each that nobody reads. Which node ran a job, and its
     * failures, are kept. What was typed in a form, which the engine notes in clear beside the variables. Candidates and claims,
     * which stand with the task.
     */
    private static final Set<HistoryEventType> NOT_TOLD = Set.of(
            HistoryEventTypes.JOB_CREATE,
            HistoryEventTypes.JOB_DELETE,
            HistoryEventTypes.FORM_PROPERTY_UPDATE,
            HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL,
            HistoryEventTypes.IDENTITY_LINK_ADD,
            HistoryEventTypes.IDENTITY_LINK_DELETE);

    private final Predicate<String> keepsHistory;
    private final Predicate<String> isCaseNumber;

    /** @param keepsHistory asked with the key of a process */
    HistoryWithoutFormData(Predicate<String> keepsHistory, Predicate<String> isCaseNumber) {
        this.keepsHistory = keepsHistory;
        this.isCaseNumber = isCaseNumber;
    }

    @Override
    public int getId() {
        return 4;
    }

    @Override
    public String getName() {
        return "full-without-cards";
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, @Nullable Object entity) {
        if (NOT_TOLD.contains(type)) {
            return false;
        }
        if (entity instanceof VariableInstanceEntity variable && !isCaseNumber.test(variable.getName())) {
            return false;
        }
        var definition = definition(entity);
        return (definition == null || keepsHistory.test(key(definition))) && super.isHistoryEventProduced(type, entity);
    }

    private static @Nullable String definition(@Nullable Object entity) {
        if (entity instanceof ExecutionEntity execution) {
            return execution.getProcessDefinitionId();
        }
        if (entity instanceof VariableInstanceEntity variable) {
            return variable.getProcessDefinitionId();
        }
        if (entity instanceof JobEntity job) {
            return job.getProcessDefinitionId();
        }
        return entity instanceof IncidentEntity incident ? incident.getProcessDefinitionId() : null;
    }

    /** The engine puts it before the version. */
    private static String key(String definitionId) {
        var end = definitionId.indexOf(':');
        return end < 0 ? definitionId : definitionId.substring(0, end);
    }
}
