package com.guncai.backoffice.process.version;

import java.util.Collection;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface ModelChangeRepository extends Repository<ModelChange, Long> {
    ModelChange save(ModelChange change);

    List<ModelChange> findByOrderByAtDescIdDesc(Limit limit);

    List<ModelChange> findByDeploymentIdIn(Collection<String> deployments);
}
