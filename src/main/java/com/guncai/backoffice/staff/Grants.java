package com.guncai.backoffice.staff;

import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.springframework.stereotype.Component;

/** Writes rights of groups, one row for each resource. */
@Component
class Grants {
    private final AuthorizationService authorization;

    Grants(AuthorizationService authorization) {
        this.authorization = authorization;
    }

    /** Whether anybody was granted something on it. */
    boolean exist(Resource resource, String id) {
        return authorization
                        .createAuthorizationQuery()
                        .resourceType(resource)
                        .resourceId(id)
                        .count()
                > 0;
    }

    /** Adds to what the group may do already. */
    void grant(String group, Resource resource, String id, Permission... permissions) {
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
