package com.guncai.backoffice.process;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;
import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.ALL;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.RETRY_JOB;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.TASK_ASSIGN;

import java.util.List;
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
 * The groups of staff and what each may do, made when missing; what an administrator changed since then stays. A clerk
 * sees the tasks of the own desk because the engine grants each task to its candidate group, and beside each task in the
 * list what it is about because the desk may read the cases it works at; managers see everything and deploy models.
 */
@Component
@Order(20)
class StaffSetup implements ApplicationRunner {
    private final IdentityService identity;
    private final AuthorizationService authorization;
    private final SetupLock setupLock;
    private final List<CaseProcess> processes;

    StaffSetup(
            IdentityService identity,
            AuthorizationService authorization,
            SetupLock setupLock,
            List<CaseProcess> processes) {
        this.setupLock = setupLock;
        this.identity = identity;
        this.authorization = authorization;
        this.processes = processes;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        setupLock.take();
        for (var group : StaffGroup.values()) {
            createWhenMissing(group);
            if (group == StaffGroup.ADMINISTRATORS) {
                for (var resource : Resources.values()) {
                    grant(group, resource, ANY, ALL);
                }
            } else {
                grant(group, Resources.APPLICATION, "tasklist", ACCESS);
                grant(group, Resources.FILTER, ANY, READ);
                grant(group, Resources.PROCESS_DEFINITION, ANY, definitionPermissions(group));
            }
        }
        for (var process : processes) {
            for (var desk : process.desks()) {
                grant(desk, Resources.PROCESS_DEFINITION, process.key(), READ_INSTANCE);
            }
        }
        var managers = StaffGroup.MANAGERS;
        grant(managers, Resources.APPLICATION, "cockpit", ACCESS);
        grant(managers, Resources.DEPLOYMENT, ANY, READ, CREATE);
        grant(managers, Resources.DECISION_DEFINITION, ANY, READ, Permissions.READ_HISTORY);
        grant(managers, Resources.DECISION_REQUIREMENTS_DEFINITION, ANY, READ);
        grant(managers, Resources.USER, ANY, READ);
        grant(managers, Resources.GROUP, ANY, READ);
    }

    private static Permission[] definitionPermissions(StaffGroup group) {
        return group == StaffGroup.MANAGERS
                ? new Permission[] {READ, READ_INSTANCE, READ_TASK, READ_HISTORY, RETRY_JOB, TASK_ASSIGN}
                : new Permission[] {READ};
    }

    private void createWhenMissing(StaffGroup staff) {
        if (identity.createGroupQuery().groupId(staff.id()).count() == 0) {
            var group = identity.newGroup(staff.id());
            group.setName(staff.label());
            group.setType(staff == StaffGroup.ADMINISTRATORS ? "SYSTEM" : "WORKFLOW");
            identity.saveGroup(group);
        }
    }

    private void grant(StaffGroup group, Resource resource, String id, Permission... permissions) {
        grant(group.id(), resource, id, permissions);
    }

    private void grant(String group, Resource resource, String id, Permission... permissions) {
        var existing = authorization
                .createAuthorizationQuery()
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(id)
                .count();
        if (existing == 0) {
            var grant = authorization.createNewAuthorization(AUTH_TYPE_GRANT);
            grant.setGroupId(group);
            grant.setResource(resource);
            grant.setResourceId(id);
            grant.setPermissions(permissions);
            authorization.saveAuthorization(grant);
        }
    }
}
