package com.guncai.backoffice.process.engine;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/** A task that is completed after all has no incident any more. Costs nothing where there was none. */
class TaskFaultEnd implements TaskListener {
    @Override
    public void notify(DelegateTask task) {
        var execution = (ExecutionEntity) task.getExecution();
        List.copyOf(execution.getIncidents()).stream()
                .filter(incident -> incident.getIncidentType().equals(TaskFaultInterceptor.INCIDENT)
                        && task.getId().equals(incident.getConfiguration()))
                .forEach(incident -> incident.resolve());
    }
}
