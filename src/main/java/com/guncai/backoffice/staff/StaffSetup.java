package com.guncai.backoffice.staff;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.ALL;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.MIGRATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.RETRY_JOB;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.TASK_ASSIGN;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.TASK_WORK;

import com.guncai.backoffice.process.CaseProcess;
import com.guncai.backoffice.process.SetupLock;
import com.guncai.backoffice.process.StaffGroup;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The groups of staff, made when missing, and what each may do, granted once: what an administrator changes stays. The
 * desks of a process hold their rights for all of it, and each works at its own tasks ({@code TaskCandidateChecker}).
 * Managers see everything, deploy models, and repair what runs by them.
 */
@Component
@Order(20)
class StaffSetup implements ApplicationRunner {
    private final IdentityService identity;
    private final Grants grants;
    private final SetupLock setupLock;
    private final List<StaffGroup> groups;
    private final List<CaseProcess> processes;

    StaffSetup(
            IdentityService identity,
            Grants grants,
            SetupLock setupLock,
            List<StaffGroup> groups,
            List<CaseProcess> processes) {
        this.setupLock = setupLock;
        this.identity = identity;
        this.grants = grants;
        this.groups = groups;
        this.processes = processes;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        setupLock.take();
        for (var group : groups) {
            if (identity.createGroupQuery().groupId(group.id()).count() == 0) {
                create(group);
                authorize(group);
            }
        }
        for (var process : processes) {
            if (!grants.exist(Resources.PROCESS_DEFINITION, process.key())) {
                process.candidateGroups().forEach(desk -> authorize(desk, process));
                process.starters().forEach(group -> {
                    grants.grant(group, Resources.PROCESS_DEFINITION, process.key(), CREATE_INSTANCE);
                    grants.grant(group, Resources.PROCESS_INSTANCE, ANY, CREATE);
                });
            }
        }
    }

    private void authorize(StaffGroup group) {
        if (group.equals(StaffGroup.ADMINISTRATORS)) {
            for (var resource : Resources.values()) {
                grants.grant(group.id(), resource, ANY, ALL);
            }
            return;
        }
        grants.grant(group.id(), Resources.APPLICATION, "tasklist", ACCESS);
        grants.grant(group.id(), Resources.FILTER, ANY, READ);
        if (!group.equals(StaffGroup.MANAGERS)) {
            grants.grant(group.id(), Resources.PROCESS_DEFINITION, ANY, READ);
            return;
        }
        grants.grant(
                group.id(),
                Resources.PROCESS_DEFINITION,
                ANY,
                READ,
                READ_INSTANCE,
                READ_TASK,
                READ_HISTORY,
                RETRY_JOB,
                MIGRATE_INSTANCE,
                TASK_WORK,
                TASK_ASSIGN);
        grants.grant(group.id(), Resources.APPLICATION, "cockpit", ACCESS);
        grants.grant(group.id(), Resources.TASK, ANY, READ);
        grants.grant(group.id(), Resources.DEPLOYMENT, ANY, READ, CREATE);
        grants.grant(group.id(), Resources.DECISION_DEFINITION, ANY, READ, Permissions.READ_HISTORY);
        grants.grant(group.id(), Resources.DECISION_REQUIREMENTS_DEFINITION, ANY, READ);
        grants.grant(group.id(), Resources.USER, ANY, READ);
        grants.grant(group.id(), Resources.GROUP, ANY, READ);
    }

    /** The whole process: which of its tasks are whose, {@code TaskCandidateChecker} tells. */
    private void authorize(String desk, CaseProcess process) {
        grants.grant(
                desk, Resources.PROCESS_DEFINITION, process.key(), READ_INSTANCE, READ_HISTORY, READ_TASK, TASK_WORK);
    }

    private void create(StaffGroup staff) {
        var group = identity.newGroup(staff.id());
        group.setName(staff.label());
        group.setType(staff.equals(StaffGroup.ADMINISTRATORS) ? "SYSTEM" : "WORKFLOW");
        identity.saveGroup(group);
    }
}
