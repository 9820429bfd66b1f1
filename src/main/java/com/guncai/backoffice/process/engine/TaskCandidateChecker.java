package com.guncai.backoffice.process.engine;

import com.guncai.backoffice.process.StaffGroup;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.context.ApplicationContext;

/**
 * Lets only the candidates of a task claim it, complete it and open its form. The rights themselves are granted for whole
 * processes, one row each ({@code StaffSetup}), so that the list of tasks is joined with few of them; what they allow too
 * much is taken back here, where one task is at hand. Managers may look at every task and hand it over.
 */
class TaskCandidateChecker extends AuthorizationCommandChecker {
    private final TaskCandidates candidates;

    TaskCandidateChecker(ApplicationContext context) {
        this.candidates = new TaskCandidates(context);
    }

    @Override
    public void checkTaskWork(TaskEntity task) {
        super.checkTaskWork(task);
        require(task, false);
    }

    @Override
    public void checkUpdateTaskVariable(TaskEntity task) {
        super.checkUpdateTaskVariable(task);
        require(task, false);
    }

    @Override
    public void checkReadTask(TaskEntity task) {
        super.checkReadTask(task);
        require(task, true);
    }

    @Override
    public void checkReadTaskVariable(TaskEntity task) {
        super.checkReadTaskVariable(task);
        require(task, true);
    }

    private void require(TaskEntity task, boolean managersToo) {
        var engine = Context.getCommandContext();
        var caller = engine.getAuthentication();
        if (caller == null || !engine.isAuthorizationCheckEnabled() || task.getExecutionId() == null) {
            return;
        }
        List<String> groups = Objects.requireNonNullElse(caller.getGroupIds(), List.of());
        var isAbove = groups.contains(StaffGroup.ADMINISTRATORS.id())
                || (managersToo && groups.contains(StaffGroup.MANAGERS.id()));
        if (!isAbove && !TaskCandidates.include(task, caller.getUserId(), groups)) {
            throw new AuthorizationException("任务“%s”只能由%s办理".formatted(task.getName(), candidates.labels(task)));
        }
    }
}
