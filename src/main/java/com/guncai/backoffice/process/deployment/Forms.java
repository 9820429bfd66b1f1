package com.guncai.backoffice.process.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.guncai.backoffice.process.Processes;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/** The forms of a deployment: {@code *.form}, JSON. */
final class Forms {
    static final String ENDING = ".form";

    /** What Tasklist's version of form-js reads. */
    private static final int NEWEST_SCHEMA = 16;

    private static final Set<String> UNREADABLE = Set.of("filepicker", "documentPreview", "expression");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Forms() {}

    /** Whether the engine finds a form by that id; it asks for the id within the file, not for the file's name. */
    static boolean isAmong(String id, Map<String, byte[]> files) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(ENDING))
                .map(file -> read(file.getValue()))
                .anyMatch(form -> form != null && id.equals(form.path("id").asText()));
    }

    static void check(String file, byte[] content, Findings findings) {
        var form = read(content);
        if (form == null || !form.path("components").isArray()) {
            findings.error("表单 %s 读不懂：用 Camunda Modeler 打开，改好保存再部署".formatted(file));
            return;
        }
        var name = String.valueOf(StringUtils.getFilename(file)).replaceFirst("\\.form$", "");
        if (!name.equals(form.path("id").asText())) {
            findings.error(
                    "表单 %s 的 ID 是 %s，要改成 %s".formatted(file, form.path("id").asText("空的"), name));
        }
        if (form.path("schemaVersion").asInt(1) > NEWEST_SCHEMA) {
            findings.error("表单 %s 是较新的 Modeler 保存的，任务列表打不开：在 Modeler 里把平台选为 Camunda 7.24 再保存".formatted(file));
        }
        var keys = new HashMap<String, Integer>();
        for (var component : components(form)) {
            component(file, component, keys, findings);
        }
        keys.forEach((key, times) -> {
            if (times > 1) {
                findings.error("表单 %s 里有 %d 个格的 Key 都是 %s：每个格用自己的 Key".formatted(file, times, key));
            }
        });
    }

    private static void component(String file, JsonNode component, Map<String, Integer> keys, Findings findings) {
        var type = component.path("type").asText();
        var label = component.path("label").asText(type);
        if (UNREADABLE.contains(type)) {
            findings.error("表单 %s 里的“%s”（%s）任务列表显示不了：换成别的格".formatted(file, label, type));
        }
        var key = component.path("key").asText("");
        if (!key.isEmpty() && !type.equals("radio") && !type.equals("group") && !type.equals("dynamiclist")) {
            keys.merge(key, 1, Integer::sum);
        }
        if (!key.isEmpty() && !key.matches("[\\p{L}_][\\p{L}\\p{N}_.]*")) {
            findings.error("表单 %s 里“%s”的 Key %s 只能用英文字母和数字，字母开头".formatted(file, label, key));
        }
        if (key.equals(Processes.ORDER_NO)) {
            findings.error("表单 %s 里“%s”的 Key 不能是 %s：那是订单号，换一个".formatted(file, label, key));
        }
    }

    private static List<JsonNode> components(JsonNode form) {
        return form.findParents("type").stream().filter(node -> node != form).toList();
    }

    /** @return {@code null} when it is no JSON */
    static @Nullable JsonNode read(byte[] content) {
        try {
            return JSON.readTree(content);
        } catch (IOException unreadable) {
            return null;
        }
    }
}
