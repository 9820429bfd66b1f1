package com.guncai.backoffice.process.version;

import com.guncai.backoffice.process.version.Model.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** The files of a version: the diagram or table, and the forms that the diagram shows. */
@Component
class ModelFiles {
    private final RepositoryService repository;

    ModelFiles(RepositoryService repository) {
        this.repository = repository;
    }

    /** The diagram or table first. */
    List<ModelFile> of(Version version) {
        var known = repository.getDeploymentResourceNames(version.deploymentId());
        var model = model(version);
        var files = new ArrayList<>(List.of(model));
        model.forms().stream()
                .filter(known::contains)
                .map(name -> file(version, name))
                .forEach(files::add);
        return files;
    }

    /** The diagram or table alone. */
    ModelFile model(Version version) {
        return file(version, version.file());
    }

    private ModelFile file(Version version, String name) {
        try (var content = repository.getResourceAsStream(version.deploymentId(), name)) {
            return new ModelFile(name, content.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
