package com.guncai.backoffice.process.engine;

import com.guncai.backoffice.process.deployment.ReleasePages;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceManager;
import org.jspecify.annotations.Nullable;

/** Reads the HTML pages among the forms from this release, whatever a deployment has under that name. */
class ReleasePageResources extends ResourceManager {
    static SessionFactory factory() {
        return new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return ResourceManager.class;
            }

            @Override
            public Session openSession() {
                return new ReleasePageResources();
            }
        };
    }

    @Override
    public @Nullable ResourceEntity findResourceByDeploymentIdAndResourceName(String deploymentId, String name) {
        var stored = super.findResourceByDeploymentIdAndResourceName(deploymentId, name);
        if (stored == null || !ReleasePages.isPage(name)) {
            return stored;
        }
        var ours = ReleasePages.content(name);
        if (ours == null) {
            return null;
        }
        var page = new ResourceEntity();
        page.setId(stored.getId());
        page.setName(name);
        page.setDeploymentId(deploymentId);
        page.setBytes(ours);
        return page;
    }
}
