package com.guncai.backoffice.staff;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.MIGRATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.TASK_WORK;

import com.guncai.backoffice.process.CaseProcess;
import com.guncai.backoffice.process.SetupLock;
import com.guncai.backoffice.process.StaffGroup;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives the groups of an earlier release the rights that came later, once: what an administrator takes away afterwards
 * stays taken away. Until now the desks of a shared process had a right for each task, and managers could not repair a case.
 */
@Component
@Order(21)
class RightsUpgrade implements ApplicationRunner {
    private static final String DONE = "backoffice.rights";
    private static final String VERSION = "2";

    private final Grants grants;
    private final ManagementService management;
    private final SetupLock setupLock;
    private final List<CaseProcess> processes;

    RightsUpgrade(Grants grants, ManagementService management, SetupLock setupLock, List<CaseProcess> processes) {
        this.grants = grants;
        this.management = management;
        this.setupLock = setupLock;
        this.processes = processes;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        setupLock.take();
        if (VERSION.equals(management.getProperties().get(DONE))) {
            return;
        }
        grants.grant(StaffGroup.MANAGERS.id(), Resources.PROCESS_DEFINITION, ANY, TASK_WORK, MIGRATE_INSTANCE);
        processes.stream()
                .filter(process -> process.candidateGroups().size() > 1)
                .forEach(process -> process.candidateGroups()
                        .forEach(desk ->
                                grants.grant(desk, Resources.PROCESS_DEFINITION, process.key(), READ_TASK, TASK_WORK)));
        management.setProperty(DONE, VERSION);
    }
}
