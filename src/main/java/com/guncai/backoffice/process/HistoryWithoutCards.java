package com.guncai.backoffice.process;

import org.camunda.bpm.engine.impl.history.HistoryLevelFull;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.jspecify.annotations.Nullable;

/**
 * Everything but {@link CaseCard}s: a desk may read the history of its cases, and must not find in it whom each had been
 * about.
 */
class HistoryWithoutCards extends HistoryLevelFull {
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
        var card = entity instanceof VariableInstanceEntity variable
                && CaseCardSerializer.NAME.equals(variable.getSerializerName());
        return !card && super.isHistoryEventProduced(type, entity);
    }
}
