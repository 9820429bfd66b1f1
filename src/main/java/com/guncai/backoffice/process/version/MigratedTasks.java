package com.guncai.backoffice.process.version;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Gives the open tasks of a case that was moved the name and the groups that its new version says: the engine leaves them as
 * they were. Whoever claimed a task keeps it.
 */
@Component
class MigratedTasks {
    private final ProcessEngine engine;

    MigratedTasks(@Lazy ProcessEngine engine) {
        this.engine = engine;
    }

    void follow(String processInstanceId) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        configuration.getCommandExecutorTxRequired().execute(command -> {
            command.getTaskManager()
                    .findTasksByProcessInstanceId(processInstanceId)
                    .forEach(MigratedTasks::follow);
            return null;
        });
    }

    private static void follow(TaskEntity task) {
        var definition = task.getTaskDefinition();
        var name = definition.getNameExpression();
        if (name != null) {
            task.setName((String) name.getValue(task));
        }
        var wanted = groups(definition.getCandidateGroupIdExpressions(), task);
        var has = task.getCandidates().stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getGroupId() != null)
                .map(link -> link.getGroupId())
                .collect(Collectors.toSet());
        has.stream().filter(group -> !wanted.contains(group)).forEach(task::deleteCandidateGroup);
        wanted.stream().filter(group -> !has.contains(group)).forEach(task::addCandidateGroup);
    }

    private static Set<String> groups(Set<Expression> expressions, TaskEntity task) {
        var groups = new HashSet<String>();
        for (var expression : expressions) {
            var value = expression.getValue(task);
            if (value instanceof Collection<?> several) {
                several.forEach(group -> groups.add(String.valueOf(group)));
            } else if (value != null) {
                for (var group : String.valueOf(value).split(",")) {
                    groups.add(group.strip());
                }
            }
        }
        return groups;
    }
}
