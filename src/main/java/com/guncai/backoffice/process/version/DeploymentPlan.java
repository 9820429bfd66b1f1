package com.guncai.backoffice.process.version;

import com.guncai.backoffice.process.version.DeployedModels.StoredModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of the files that were sent makes new versions. They are compared with what is in force, not with what was sent last
 * under the same name: so an earlier file brings the earlier version back. A diagram and its forms are one version: a form that
 * was left out is the one that belonged to the same diagram before, or else the one in force; a form that was sent alone takes
 * the diagram in force along.
 */
class DeploymentPlan {
    private final DeployedModels inForce;
    private final Map<String, ModelFile> sent = new LinkedHashMap<>();
    private final Map<String, ModelFile> deployed = new LinkedHashMap<>();
    private final List<StoredModel> unchanged = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final boolean onlyChanges;

    /** @param onlyChanges whether files that are in force already are to be left out */
    DeploymentPlan(DeployedModels inForce, Collection<ModelFile> files, boolean onlyChanges) {
        this.inForce = inForce;
        this.onlyChanges = onlyChanges;
        files.forEach(file -> sent.put(file.name(), file));
        var shown = new HashSet<String>();
        for (var file : files) {
            if (file.isDiagram()) {
                shown.addAll(file.forms());
                diagram(file);
            } else if (file.isTable()) {
                table(file);
            } else if (!file.isForm()) {
                deployed.put(file.name(), file);
            }
        }
        files.stream()
                .filter(file -> file.isForm() && !shown.contains(file.name()))
                .forEach(this::formAlone);
    }

    /** The files that make new versions; empty when all that was sent is in force already. */
    Collection<ModelFile> deployed() {
        return deployed.values();
    }

    /** What was sent and is in force already. */
    List<StoredModel> unchanged() {
        return unchanged;
    }

    /** What a manager should know of files that were sent, or were not; whole sentences without a full stop. */
    List<String> notes() {
        return notes;
    }

    private void diagram(ModelFile diagram) {
        var before = diagram.keys().stream().map(inForce::diagram).toList();
        var isInForce = onlyChanges && isSame(diagram, before) && formsAreSame(diagram, before);
        if (isInForce) {
            before.stream().filter(Objects::nonNull).forEach(unchanged::add);
        } else {
            deploy(diagram, before.stream().filter(Objects::nonNull).findFirst().orElse(null));
        }
    }

    private void table(ModelFile table) {
        var before = table.keys().stream().map(inForce::table).toList();
        if (onlyChanges && isSame(table, before)) {
            before.stream().filter(Objects::nonNull).forEach(unchanged::add);
        } else {
            deployed.put(table.name(), table);
        }
    }

    private void formAlone(ModelFile form) {
        var diagrams = inForce.diagramsWith(form.name());
        if (diagrams.isEmpty()) {
            notes.add("表单 %s 没有任何流程图使用，没有部署；请和使用它的流程图一起部署".formatted(form.name()));
        }
        for (var diagram : diagrams) {
            var before = inForce.file(diagram.deploymentId(), form.name());
            var file = diagram.file();
            if (before != null && form.isSameAs(before)) {
                if (!unchanged.contains(diagram)) {
                    unchanged.add(diagram);
                }
            } else if (!deployed.containsKey(file.name())) {
                notes.add("表单 %s 有变化，现行的“%s”流程图一起成为新的一版".formatted(form.name(), diagram.title()));
                deploy(file, diagram);
            }
        }
    }

    private static boolean isSame(ModelFile file, List<@Nullable StoredModel> before) {
        return !before.isEmpty()
                && before.stream()
                        .allMatch(each ->
                                each != null && file.isSameAs(each.file().content()));
    }

    private boolean formsAreSame(ModelFile diagram, List<@Nullable StoredModel> before) {
        return diagram.forms().stream().map(sent::get).filter(Objects::nonNull).allMatch(form -> before.stream()
                .filter(Objects::nonNull)
                .allMatch(each -> {
                    var known = inForce.file(each.deploymentId(), form.name());
                    return known != null && form.isSameAs(known);
                }));
    }

    private void deploy(ModelFile diagram, @Nullable StoredModel before) {
        deployed.put(diagram.name(), diagram);
        var missing = new ArrayList<String>();
        for (var name : diagram.forms()) {
            var form = sent.get(name);
            if (form == null) {
                missing.add(name);
            } else {
                deployed.put(name, form);
            }
        }
        if (missing.isEmpty()) {
            return;
        }
        var sameDiagram = inForce.deploymentOf(diagram);
        missing.forEach(name -> {
            var content = left(name, sameDiagram, before);
            if (content != null) {
                deployed.put(name, new ModelFile(name, content));
            }
        });
        if (sameDiagram != null && before != null && !sameDiagram.equals(before.deploymentId())) {
            notes.add("没有一起部署的表单用的是这张“%s”流程图以前的那一份".formatted(before.title()));
        }
    }

    /** A form that was left out; what nobody has is told by the checks that follow. */
    private byte @Nullable [] left(String form, @Nullable String sameDiagram, @Nullable StoredModel before) {
        for (var deployment : candidates(sameDiagram, before)) {
            var content = inForce.file(deployment, form);
            if (content != null) {
                return content;
            }
        }
        return inForce.ofThisRelease(form);
    }

    private static Set<String> candidates(@Nullable String sameDiagram, @Nullable StoredModel before) {
        var deployments = new LinkedHashSet<String>();
        if (sameDiagram != null) {
            deployments.add(sameDiagram);
        }
        if (before != null) {
            deployments.add(before.deploymentId());
        }
        return deployments;
    }
}
