package com.guncai.backoffice.staff;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;
import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.ALL;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.CREATE_INSTANCE;
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
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The groups of staff, made when missing, and what each may do, granted once: what an administrator changes stays. A desk
 * works at all tasks of a process that is its own; where desks share one, the engine grants task by task. Managers see
 * everything and deploy models.
 */
@Component
@Order(20)
class StaffSetup implements ApplicationRunner {
    private final IdentityService identity;
    private final AuthorizationService authorization;
    private final SetupLock setupLock;
    private final List<StaffGroup> groups;
    private final List<CaseProcess> processes;

    StaffSetup(
            IdentityService identity,
            AuthorizationService authorization,
            SetupLock setupLock,
            List<StaffGroup> groups,
            List<CaseProcess> processes) {
        this.setupLock = setupLock;
        this.identity = identity;
        this.authorization = authorization;
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
            if (authorization
                            .createAuthorizationQuery()
                            .resourceType(Resources.PROCESS_DEFINITION)
                            .resourceId(process.key())
                            .count()
                    == 0) {
                process.candidateGroups().forEach(desk -> authorize(desk, process));
                process.starters().forEach(group -> {
                    grant(group, Resources.PROCESS_DEFINITION, process.key(), CREATE_INSTANCE);
                    grant(group, Resources.PROCESS_INSTANCE, ANY, CREATE);
                });
            }
        }
    }

    private void authorize(StaffGroup group) {
        if (group.equals(StaffGroup.ADMINISTRATORS)) {
            for (var resource : Resources.values()) {
                grant(group.id(), resource, ANY, ALL);
            }
            return;
        }
        grant(group.id(), Resources.APPLICATION, "tasklist", ACCESS);
        grant(group.id(), Resources.FILTER, ANY, READ);
        if (!group.equals(StaffGroup.MANAGERS)) {
            grant(group.id(), Resources.PROCESS_DEFINITION, ANY, READ);
            return;
        }
        grant(
                group.id(),
                Resources.PROCESS_DEFINITION,
                ANY,
                READ,
                READ_INSTANCE,
                READ_TASK,
                READ_HISTORY,
                RETRY_JOB,
                TASK_ASSIGN);
        grant(group.id(), Resources.APPLICATION, "cockpit", ACCESS);
        grant(group.id(), Resources.TASK, ANY, READ);
        grant(group.id(), Resources.DEPLOYMENT, ANY, READ, CREATE);
        grant(group.id(), Resources.DECISION_DEFINITION, ANY, READ, Permissions.READ_HISTORY);
        grant(group.id(), Resources.DECISION_REQUIREMENTS_DEFINITION, ANY, READ);
        grant(group.id(), Resources.USER, ANY, READ);
        grant(group.id(), Resources.GROUP, ANY, READ);
    }

    /** Where a process has several desks, each task is granted to its own by the engine. */
    private void authorize(String desk, CaseProcess process) {
        if (process.hasSingleGroup()) {
            grant(desk, Resources.PROCESS_DEFINITION, process.key(), READ_INSTANCE, READ_HISTORY, READ_TASK, TASK_WORK);
        } else {
            grant(desk, Resources.PROCESS_DEFINITION, process.key(), READ_INSTANCE, READ_HISTORY);
        }
    }

    private void create(StaffGroup staff) {
        var group = identity.newGroup(staff.id());
        group.setName(staff.label());
        group.setType(staff.equals(StaffGroup.ADMINISTRATORS) ? "SYSTEM" : "WORKFLOW");
        identity.saveGroup(group);
    }

    private void grant(String group, Resource resource, String id, Permission... permissions) {
        var grant = authorization
                .createAuthorizationQuery()
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(id)
                .singleResult();
        if (grant == null) {
            grant = authorization.createNewAuthorization(AUTH_TYPE_GRANT);
            grant.setGroupId(group);
            grant.setResource(resource);
            grant.setResourceId(id);
            grant.setPermissions(permissions);
        } else {
            Stream.of(permissions).forEach(grant::addPermission);
        }
        authorization.saveAuthorization(grant);
    }
}
