package com.guncai.backoffice.process.engine;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionManager;
import org.jspecify.annotations.Nullable;

/**
 * Notices that a branch was read before another transaction ended it, and its process afterwards. The engine would go on with
 * a branch without a process and fail with a NullPointerException at its business key; it is a lost race, and is tried again.
 */
class ExecutionTrees extends ExecutionManager {
    static SessionFactory factory() {
        return new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return ExecutionManager.class;
            }

            @Override
            public Session openSession() {
                return new ExecutionTrees();
            }
        };
    }

    @Override
    public List<ExecutionEntity> findExecutionsByProcessInstanceId(@Nullable String processInstanceId) {
        var tree = super.findExecutionsByProcessInstanceId(processInstanceId);
        var read = getDbEntityManager().getDbEntityCache();
        for (var execution : read.getEntitiesByType(ExecutionEntity.class)) {
            if (Objects.equals(execution.getProcessInstanceId(), processInstanceId)
                    && read.isPersistent(execution)
                    && !tree.contains(execution)) {
                throw new OptimisticLockingException(
                        "execution " + execution.getId() + " was ended by another transaction since it was read");
            }
        }
        return tree;
    }
}
