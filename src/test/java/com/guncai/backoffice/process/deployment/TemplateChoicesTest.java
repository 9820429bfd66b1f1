package com.guncai.backoffice.process.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a manager chooses in Camunda Modeler is there: each group, each message, each action. */
class TemplateChoicesTest {
    private static final Pattern MESSAGE = Pattern.compile("(?:DESK|CUSTOMER)_[A-Z_]+");
    private static final Pattern DESK = Pattern.compile("tellDesk\\(orderNo, '([a-z-]+)'");

    /** With the number of their parameters. */
    private static final Set<String> ACTIONS = Declared.calls();

    @Test
    void eachGroupCanBeChosenForATask() {
        var groups = choices("com.guncai.backoffice.user-task", "camunda:candidateGroups");

        assertThat(groups).containsExactlyInAnyOrderElementsOf(Declared.groups());
    }

    @Test
    void eachMessageToChooseIsThere() throws IOException {
        var known = MESSAGE.matcher(Files.readString(Path.of("src/main/resources/application.yaml")))
                .results()
                .map(found -> found.group())
                .collect(Collectors.toSet());
        var offered = expressions()
                .flatMap(expression -> MESSAGE.matcher(expression).results().map(found -> found.group()))
                .collect(Collectors.toSet());

        assertThat(known).containsAll(offered);
    }

    @Test
    void messagesGoToDesksThatThereAre() {
        assertThat(expressions()
                        .flatMap(
                                expression -> DESK.matcher(expression).results().map(found -> found.group(1))))
                .isNotEmpty()
                .allMatch(Declared.groups()::contains);
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void anActionLeadsSomewhere(String expression) {
        assertThat(ParsedExpression.of(expression).calls()).allSatisfy(call -> assertThat(ACTIONS)
                .contains(call.method() + "/" + call.arguments().size()));
    }

    static Stream<String> expressions() {
        var expressions = new HashSet<String>();
        templates().forEach(template -> template.path("properties").forEach(property -> {
            expressions.add(property.path("value").asText());
            property.path("choices")
                    .forEach(choice -> expressions.add(choice.path("value").asText()));
        }));
        return expressions.stream().filter(value -> value.contains("${")).sorted();
    }

    private static List<String> choices(String template, String binding) {
        return templates()
                .filter(each -> each.path("id").asText().equals(template))
                .flatMap(each -> children(each.path("properties")))
                .filter(property -> property.at("/binding/name").asText().equals(binding))
                .flatMap(property -> children(property.path("choices")))
                .map(choice -> choice.path("value").asText())
                .toList();
    }

    private static Stream<JsonNode> templates() {
        try (var files = Files.list(Path.of(".camunda/element-templates"))) {
            return files.map(TemplateChoicesTest::read).flatMap(TemplateChoicesTest::children).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<JsonNode> children(JsonNode node) {
        return Stream.iterate(0, i -> i < node.size(), i -> i + 1).map(node::get);
    }
}
