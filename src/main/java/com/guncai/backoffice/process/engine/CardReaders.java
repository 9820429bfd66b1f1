package com.guncai.backoffice.process.engine;

import com.guncai.backoffice.process.CaseProcess;
import com.guncai.backoffice.process.StaffGroup;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.context.ApplicationContext;

/**
 * Who may read what a task shows of its case: the desks of the process, managers, and a desk that has a task of that very
 * case, because a manager drew one for it. The right to list the tasks of a process is not enough.
 */
class CardReaders {
    private final ApplicationContext context;

    CardReaders(ApplicationContext context) {
        this.context = context;
    }

    boolean include(CaseProcess process, String caseNo) {
        var engine = Context.getCommandContext();
        var reader = engine == null ? null : engine.getAuthentication();
        if (reader == null) {
            return true;
        }
        List<String> groups = Objects.requireNonNullElse(reader.getGroupIds(), List.of());
        return groups.stream()
                        .anyMatch(group -> group.equals(StaffGroup.ADMINISTRATORS.id())
                                || group.equals(StaffGroup.MANAGERS.id())
                                || process.candidateGroups().contains(group))
                || (!groups.isEmpty() && hasTask(groups, caseNo));
    }

    private boolean hasTask(List<String> groups, String caseNo) {
        Callable<Long> count = () -> context.getBean(TaskService.class)
                .createTaskQuery()
                .processInstanceBusinessKey(caseNo)
                .taskCandidateGroupIn(groups)
                .includeAssignedTasks()
                .count();
        try {
            return Context.getCommandContext().runWithoutAuthorization(count) > 0;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
