package com.guncai.backoffice.process.version;

import com.guncai.backoffice.process.version.Model.Kind;
import com.guncai.backoffice.process.version.Model.Version;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.dmn.Dmn;
import org.springframework.stereotype.Component;

/** What a version changed, in words and by step. A version never changes, so that what was found is kept. */
@Component
public class VersionDifferences {
    private static final int KEPT = 200;

    private final ModelFiles files;
    private final Map<String, List<Difference>> found = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Difference>> eldest) {
            return size() > KEPT;
        }
    };

    VersionDifferences(ModelFiles files) {
        this.files = files;
    }

    /** Of a version to the one before; empty for the first one. */
    public List<Difference> of(Model model, Version version) {
        var before = model.before(version);
        return before == null ? List.of() : between(model, before, version);
    }

    /** What is different in {@code later}; never empty unless both are the same file by file. */
    public List<Difference> between(Model model, Version earlier, Version later) {
        var key = earlier.definitionId() + "/" + later.definitionId();
        synchronized (found) {
            var known = found.get(key);
            if (known != null) {
                return known;
            }
        }
        var differences = compare(model, earlier, later);
        synchronized (found) {
            found.put(key, differences);
        }
        return differences;
    }

    /** The diagram or table as it was deployed. */
    public String content(Version version) {
        return new String(files.model(version).content(), StandardCharsets.UTF_8);
    }

    private List<Difference> compare(Model model, Version earlier, Version later) {
        var before = files.of(earlier);
        var after = files.of(later);
        var one = before.get(0);
        var other = after.get(0);
        var differences = new ArrayList<Difference>();
        if (!one.isSameAs(other.content())) {
            differences.addAll(
                    model.kind() == Kind.TABLE
                            ? TableDifferences.between(
                                    model.key(),
                                    Dmn.readModelFromStream(stream(one)),
                                    Dmn.readModelFromStream(stream(other)))
                            : DiagramDifferences.between(
                                    Bpmn.readModelFromStream(stream(one)), Bpmn.readModelFromStream(stream(other))));
            if (differences.isEmpty()) {
                differences.add(Difference.changed(null, "只调整了位置和排列"));
            }
        }
        forms(before, after, differences);
        return List.copyOf(differences);
    }

    private static void forms(List<ModelFile> before, List<ModelFile> after, List<Difference> differences) {
        var was = byName(before);
        var is = byName(after);
        was.forEach((name, form) -> {
            var now = is.get(name);
            if (now == null) {
                differences.add(Difference.removed(null, "不再使用表单 " + name));
            } else if (!form.isSameAs(now.content())) {
                differences.addAll(FormDifferences.between(name, form.content(), now.content()));
            }
        });
        is.keySet().stream()
                .filter(name -> !was.containsKey(name))
                .forEach(name -> differences.add(Difference.added(null, "加上了表单 " + name)));
    }

    private static Map<String, ModelFile> byName(List<ModelFile> files) {
        var forms = new TreeMap<String, ModelFile>();
        files.stream().filter(ModelFile::isForm).forEach(file -> forms.put(file.name(), file));
        return forms;
    }

    private static ByteArrayInputStream stream(ModelFile file) {
        return new ByteArrayInputStream(file.content());
    }
}
