package com.guncai.backoffice.process.version;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** 主管工具包: the templates, what is in force, and a page of instructions, as Camunda Modeler finds them in one folder. */
@Component
public class ManagersToolkit {
    private static final String ROOT = "主管工具包/";

    private final ModelVersions versions;
    private final ModelFiles files;
    private final PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();

    ManagersToolkit(ModelVersions versions, ModelFiles files) {
        this.versions = versions;
        this.files = files;
    }

    /** Writes the archive; the stream stays open. */
    public void write(OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        add(zip, "", "classpath*:toolkit/*.md");
        add(zip, "示例/", "classpath*:toolkit/*.form");
        add(zip, "示例/", "classpath*:toolkit/*.bpmn");
        add(zip, ".camunda/element-templates/", "classpath*:element-templates/*.json");
        for (var model : versions.all()) {
            var folder = model.kind() == Model.Kind.TABLE ? "决策表/" : "流程图/" + model.key() + "/";
            for (var file : files.of(model.inForce())) {
                add(zip, folder + file.name(), file.content());
            }
        }
        zip.finish();
    }

    private void add(ZipOutputStream zip, String folder, String pattern) throws IOException {
        for (Resource resource : resources.getResources(pattern)) {
            add(zip, folder + Objects.requireNonNull(resource.getFilename()), resource.getContentAsByteArray());
        }
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(ROOT + name));
        zip.write(content);
        zip.closeEntry();
    }
}
