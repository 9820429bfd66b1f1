package com.guncai.backoffice;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What compose starts: hardened, limited, closed but for the proxy, and startable by the demo's file alone. */
class ProductionFormTest {
    private static final Pattern METRIC = Pattern.compile("\\b((?:work|orders|messages|payment|codes)_[a-z_]+)");
    private static final Pattern REQUIRED = Pattern.compile("\\$\\{\\w+(:\\?[^}]*)?}");

    private String text;
    private Map<String, Object> compose;

    @BeforeEach
    void read() throws IOException {
        text = Files.readString(Path.of("docker-compose.yml"));
        compose = new Yaml().load(text);
    }

    @Test
    void everyServiceIsLimitedAndHardened() {
        assertThat(services()).hasSize(7).allSatisfy((name, service) -> {
            var limits = map(map(map(service, "deploy"), "resources"), "limits");
            assertThat(limits).as(name).containsKeys("cpus", "memory", "pids");
            assertThat(service).as(name).containsEntry("security_opt", List.of("no-new-privileges:true"));
            assertThat(service)
                    .as(name)
                    .containsEntry("restart", "unless-stopped")
                    .containsKey("logging");
        });
    }

    @Test
    void onlyTheProxyIsOpenToTheWorld() {
        var open = services().entrySet().stream()
                .filter(service ->
                        String.valueOf(service.getValue().get("ports")).contains(":"))
                .filter(service ->
                        !String.valueOf(service.getValue().get("ports")).contains("127.0.0.1:"))
                .map(Map.Entry::getKey);

        assertThat(open).containsExactly("nginx");
    }

    @Test
    void secretsAreFilesAndTheDemoHasEachOfThem() {
        assertThat(map(compose, "secrets").keySet()).allSatisfy(secret -> {
            assertThat(Path.of("docker/demo/secrets", secret)).isRegularFile();
            assertThat(Path.of("docs/operations.md")).content().contains("`" + secret + "`");
        });
    }

    @Test
    void nothingHasToBeSetBeforeComposeCanReadIt() {
        assertThat(REQUIRED.matcher(text).results().map(found -> found.group())).isEmpty();
    }

    @Test
    void alertsAndDashboardsAskForMetricsThatThereAre() throws IOException {
        var asked = new TreeSet<String>();
        for (var file :
                List.of("prometheus/alerts.yml", "grafana/dashboards/work.json", "grafana/dashboards/nodes.json")) {
            var content = Files.readString(Path.of("docker", file));
            asked.addAll(METRIC.matcher(content)
                    .results()
                    .map(found -> found.group(1).replaceFirst("_total$", "").replace('_', '.'))
                    .collect(toSet()));
        }

        assertThat(asked).contains("work.incidents", "messages.sent");
        assertThat(sources())
                .containsAll(asked.stream().map(name -> '"' + name + '"').toList());
    }

    @Test
    void dashboardsAreReadable() throws IOException {
        for (var name : Set.of("work", "nodes")) {
            var board = new ObjectMapper()
                    .readTree(
                            Path.of("docker/grafana/dashboards", name + ".json").toFile());
            assertThat(board.get("panels")).hasSizeGreaterThan(4).allSatisfy(panel -> assertThat(
                            panel.at("/targets/0/expr").asText())
                    .isNotEmpty());
        }
    }

    /** The quoted words of the product's code. */
    private static Set<String> sources() throws IOException {
        var quoted = Pattern.compile("\"[a-z.]+\"");
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> quoted.matcher(content(file)).results())
                    .map(found -> found.group())
                    .collect(toSet());
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @SuppressWarnings("unchecked")
    private Map<String, Map<String, Object>> services() {
        return (Map<String, Map<String, Object>>) (Map<?, ?>) map(compose, "services");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> of, String key) {
        return (Map<String, Object>) of.getOrDefault(key, Map.of());
    }
}
