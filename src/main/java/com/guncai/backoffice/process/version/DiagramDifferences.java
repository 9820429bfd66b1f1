package com.guncai.backoffice.process.version;

import com.guncai.backoffice.process.version.DiagramSteps.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/** What a version of a diagram changed, step by step, in a manager's words. */
final class DiagramDifferences {
    private DiagramDifferences() {}

    /** Empty when only the layout differs. */
    static List<Difference> between(BpmnModelInstance earlier, BpmnModelInstance later) {
        var before = new DiagramSteps(earlier, null);
        var after = new DiagramSteps(later, earlier);
        var differences = new ArrayList<Difference>();
        compare(before.steps(), after.steps(), differences);
        compare(before.flows(), after.flows(), differences);
        after.process()
                .changedFrom(before.process())
                .forEach(change -> differences.add(Difference.changed(null, "流程的" + change)));
        return List.copyOf(differences);
    }

    private static void compare(Map<String, Step> before, Map<String, Step> after, List<Difference> differences) {
        before.forEach((id, step) -> {
            if (!after.containsKey(id)) {
                differences.add(Difference.removed(id, "去掉了%s“%s”".formatted(step.kind(), step.name())));
            }
        });
        after.forEach((id, step) -> {
            var was = before.get(id);
            if (was == null) {
                differences.add(Difference.added(id, "加上了%s“%s”".formatted(step.kind(), step.name())));
            } else {
                changes(was, step)
                        .forEach(change -> differences.add(
                                Difference.changed(id, "%s“%s”的%s".formatted(was.kind(), was.name(), change))));
            }
        });
    }

    private static List<String> changes(Step before, Step after) {
        var changes = new ArrayList<String>();
        if (!before.kind().equals(after.kind())) {
            changes.add("种类从 %s 改为 %s".formatted(before.kind(), after.kind()));
        }
        if (after.kind().equals("连线") && !before.name().equals(after.name())) {
            changes.add("两头改为“%s”".formatted(after.name()));
        }
        changes.addAll(after.settings().changedFrom(before.settings()));
        return changes;
    }
}
