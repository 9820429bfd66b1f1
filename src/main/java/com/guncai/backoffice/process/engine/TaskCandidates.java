package com.guncai.backoffice.process.engine;

import com.guncai.backoffice.process.StaffGroup;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** For whom a task is: its own candidates, whatever process it stands in and whoever else works at that process. */
class TaskCandidates {
    private final ApplicationContext context;

    TaskCandidates(ApplicationContext context) {
        this.context = context;
    }

    /** The groups that the diagram gave the task to. */
    static Set<String> groups(TaskEntity task) {
        return task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .collect(Collectors.toSet());
    }

    /** Whether a user of these groups may work at it. A task that was given to nobody is for whom it was handed to. */
    static boolean include(TaskEntity task, @Nullable String user, Collection<String> groupsOfUser) {
        var candidates = task.getCandidates();
        return candidates.isEmpty()
                ? user != null && user.equals(task.getAssignee())
                : candidates.stream()
                        .anyMatch(link -> link.getGroupId() == null
                                ? link.getUserId().equals(user)
                                : groupsOfUser.contains(link.getGroupId()));
    }

    /** As above for somebody who does not ask themselves. */
    static boolean include(CommandContext engine, TaskEntity task, String user) {
        List<String> groups = engine.getReadOnlyIdentityProvider().createGroupQuery().groupMember(user).list().stream()
                .map(group -> group.getId())
                .toList();
        return include(task, user, groups);
    }

    /** The groups' Chinese names, as a sentence names them. */
    String labels(TaskEntity task) {
        var known = context.getBeansOfType(StaffGroup.class).values();
        return groups(task).stream()
                .map(id -> known.stream()
                        .filter(group -> group.id().equals(id))
                        .map(StaffGroup::label)
                        .findFirst()
                        .orElse(id))
                .sorted()
                .collect(Collectors.joining("、"));
    }
}
