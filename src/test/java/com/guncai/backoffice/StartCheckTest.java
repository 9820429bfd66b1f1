package com.guncai.backoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.guncai.backoffice.sandbox.wechat.WeChat;
import com.guncai.backoffice.shared.IncompleteConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.web.context.support.StandardServletEnvironment;

/** Production that is not configured does not start, and says what it lacks. */
class StartCheckTest {

    @Test
    void nothingConfiguredNamesEveryVariableThatHasNoDefault() throws IOException {
        var stopped = start();

        var toFillIn = Stream.concat(
                        Files.readAllLines(Path.of(".env.example")).stream()
                                .filter(line -> line.matches("[A-Z0-9_]+="))
                                .map(line -> line.replace("=", "")),
                        secretsOfANode())
                .toList();
        assertThat(toFillIn).hasSizeGreaterThan(17).allSatisfy(variable -> assertThat(stopped)
                .hasMessageContaining("\n  - " + variable + " ("));
    }

    @Test
    void demoValuesAreNamedAsSuch() {
        assertThat(start("WECHAT_APP_SECRET=" + WeChat.SECRET, "DATABASE_PASSWORD=postgres"))
                .hasMessageContaining(
                        "WECHAT_APP_SECRET (backoffice.wechat.secret) is a demo value that everybody knows")
                .hasMessageContaining(
                        "DATABASE_PASSWORD (spring.datasource.password) is a demo value that everybody knows")
                .hasMessageNotContaining(WeChat.SECRET);
    }

    /** Those that compose hands to each node as files. */
    private static Stream<String> secretsOfANode() throws IOException {
        return Files.readAllLines(Path.of("docker-compose.yml")).stream()
                .filter(line -> line.matches(" {4}- [A-Z][A-Z0-9_]+"))
                .map(line -> line.replace("-", "").strip());
    }

    /** As the jar starts, with these variables and no others. */
    private static IncompleteConfigurationException start(String... variables) {
        var nobodys = new StandardServletEnvironment();
        nobodys.getPropertySources().remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        // Without the last one the JVM, and so the tests after this one, would go on logging as production does.
        var settings = new ArrayList<>(List.of(
                "--sandbox.enabled=false", "--SECRETS_DIR=target/no-secrets", "--logging.structured.format.console="));
        Stream.of(variables).map(variable -> "--" + variable).forEach(settings::add);
        var stopped = catchThrowableOfType(
                IncompleteConfigurationException.class, () -> new SpringApplicationBuilder(BackofficeApplication.class)
                        .environment(nobodys)
                        .profiles("prod")
                        .run(settings.toArray(String[]::new))
                        .close());
        assertThat(stopped).as("what kept it from starting").isNotNull();
        assertThat(stopped.getStackTrace()[0].getClassName()).isEqualTo(StartCheck.class.getName());
        return stopped;
    }
}
