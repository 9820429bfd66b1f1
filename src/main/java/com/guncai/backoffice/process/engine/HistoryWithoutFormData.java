package com.guncai.backoffice.process.engine;

import com.guncai.backoffice.process.TaskFormData;
import java.util.Set;
import org.camunda.bpm.engine.impl.history.HistoryLevelFull;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.jspecify.annotations.Nullable;

/**
 * Everything but {@link TaskFormData}s and files: a desk may read the history of its cases, and must not find in it whom each had been
 * about.
 */
class HistoryWithoutFormData extends HistoryLevelFull {
    /**
     * That a job came and went: a statement each that nobody reads. Which node ran it, and its failures, are kept. What was
     * typed in a form, which the engine notes in clear beside the variables.
     */
    private static final Set<HistoryEventType> NOT_TOLD =
            Set.of(HistoryEventTypes.JOB_CREATE, HistoryEventTypes.JOB_DELETE, HistoryEventTypes.FORM_PROPERTY_UPDATE);

    private static final Set<String> NOT_KEPT = Set.of(TaskFormDataSerializer.NAME, "file");

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
        var kept = !NOT_TOLD.contains(type)
                && (!(entity instanceof VariableInstanceEntity variable)
                        || !NOT_KEPT.contains(String.valueOf(variable.getSerializerName())));
        return kept && super.isHistoryEventProduced(type, entity);
    }
}
