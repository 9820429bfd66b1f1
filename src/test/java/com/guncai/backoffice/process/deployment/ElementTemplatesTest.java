package com.guncai.backoffice.process.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Camunda Modeler shows of a task with a template is what the task does. */
class ElementTemplatesTest {
    private static final Map<String, List<String>> EXPRESSIONS = expressions();

    static Stream<Path> diagrams() throws IOException {
        return Models.diagrams();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void theTemplateOfATaskOffersWhatItDoes(Path diagram) {
        Models.each(diagram, ServiceTask.class, (task, wrong) -> {
            var template = task.getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "modelerTemplate");
            if (template != null
                    && !EXPRESSIONS.getOrDefault(template, List.of()).contains(task.getCamundaExpression())) {
                wrong.add(task.getId() + ": " + task.getCamundaExpression() + " is not in " + template);
            }
        });
    }

    private static Map<String, List<String>> expressions() {
        var expressions = new HashMap<String, List<String>>();
        try (var files = Files.list(Path.of(".camunda/element-templates"))) {
            for (var file : files.toList()) {
                for (var template : new ObjectMapper().readTree(file.toFile())) {
                    expressions.put(template.get("id").asText(), values(template));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return expressions;
    }

    private static List<String> values(JsonNode template) {
        return template.findValuesAsText("value");
    }
}
