package com.guncai.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What security/banned-dependencies.txt names is not among the jars of this build. */
class BannedDependenciesTest {
    private static final Pattern JAR = Pattern.compile("(.+?)-(\\d[\\w.-]*)\\.jar");

    @Test
    void noJarIsOneOfThoseThatMustNotComeBack() throws IOException {
        var rules = rules();
        var jars = Stream.of(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                        .split(File.pathSeparator))
                .map(path -> Path.of(path).getFileName().toString())
                .toList();

        assertThat(jars).as("the class path is seen").anyMatch(jar -> jar.startsWith("okhttp-"));
        assertThat(jars).noneMatch(jar -> rules.stream().anyMatch(rule -> rule.bans(jar)));
    }

    @Test
    void aRuleBansWhatIsOlder() {
        var rule = new Rule("okio", "3.4.0");

        assertThat(List.of("okio-1.15.0.jar", "okio-3.3.0.jar", "okio-3.4.0-M1.jar"))
                .allMatch(rule::bans);
        assertThat(List.of("okio-3.4.0.jar", "okio-3.10.2.jar", "okio-jvm-1.0.jar"))
                .noneMatch(rule::bans);
        assertThat(new Rule("fastjson", "never").bans("fastjson-9.9.9.jar")).isTrue();
    }

    private static List<Rule> rules() throws IOException {
        return Files.readAllLines(Path.of("security/banned-dependencies.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\\s+"))
                .map(words -> new Rule(words[0], words[1]))
                .toList();
    }

    private record Rule(String artifact, String since) {
        boolean bans(String jar) {
            var name = JAR.matcher(jar);
            return name.matches()
                    && name.group(1).equals(artifact)
                    && (since.equals("never") || version(name.group(2)).compareTo(version(since)) < 0);
        }

        private static Version version(String text) {
            return Version.parse(text);
        }
    }
}
