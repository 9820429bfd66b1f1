package com.guncai.backoffice.process.engine;

import java.util.Set;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/**
 * Rights are given by process, never for a single task or case (ADR 44): nothing is to be deleted when one ends, for which the
 * engine would send a statement each time.
 */
class OwnRights extends AuthorizationManager {
    private static final Set<Resource> WITHOUT_OWN = Set.of(
            Resources.TASK, Resources.HISTORIC_TASK, Resources.PROCESS_INSTANCE, Resources.HISTORIC_PROCESS_INSTANCE);

    static SessionFactory factory() {
        return new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return AuthorizationManager.class;
            }

            @Override
            public Session openSession() {
                return new OwnRights();
            }
        };
    }

    @Override
    public void deleteAuthorizationsByResourceId(Resource resource, String resourceId) {
        if (!WITHOUT_OWN.contains(resource)) {
            super.deleteAuthorizationsByResourceId(resource, resourceId);
        }
    }
}
