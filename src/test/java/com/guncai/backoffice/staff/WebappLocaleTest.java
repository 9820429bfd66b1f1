package com.guncai.backoffice.staff;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our Chinese against the English that the Camunda on the classpath ships: an upgrade that adds a text fails here. */
class WebappLocaleTest {

    /** What a translation must carry over unchanged: AngularJS and moment placeholders, tags, HTML entities. */
    private static final Pattern SCRIPT = Pattern.compile("'[.][.]/(shared/[\\w-]+)'");

    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\{\\{[^}]*}}|%[sd]|</?(?:a|br|strong|code|em|p|b|i|ul|li)\\b[^<>]*>|&[a-z]+;");

    private static final Pattern ENGLISH_WORD = Pattern.compile("\\p{IsLatin}{3,}");

    /** Proper names, file kinds and a pattern that the server reads. */
    private static final Set<String> SAME_IN_CHINESE = Set.of("Optimize", "CSV", "JSON", "YYYY-MM-DDTHH:mm:ss");

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void everyTextHasItsTranslation(String app) throws IOException {
        assertThat(texts(app, "zh-CN").keySet()).isEqualTo(texts(app, "en").keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void placeholdersAndTagsSurviveTranslation(String app) throws IOException {
        var chinese = texts(app, "zh-CN");
        texts(app, "en").forEach((key, english) -> assertThat(placeholders(chinese.getOrDefault(key, "")))
                .as("%s: %s", app, key)
                .isEqualTo(placeholders(english)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void noTextIsLeftInEnglish(String app) throws IOException {
        var chinese = texts(app, "zh-CN");
        texts(app, "en").entrySet().stream()
                .filter(text -> text.getKey().startsWith("labels."))
                .filter(text -> ENGLISH_WORD.matcher(text.getValue()).find())
                .filter(text -> !SAME_IN_CHINESE.contains(text.getValue()))
                .forEach(text -> assertThat(chinese.get(text.getKey()))
                        .as("%s: %s", app, text.getKey())
                        .isNotEqualTo(text.getValue()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void theConfigurationSpeaksChineseOnly(String app) throws IOException {
        var config = read(app + "/scripts/config.js");
        assertThat(config)
                .contains("availableLocales: ['zh-CN']", "fallbackLocale: 'zh-CN'", "vendor: '滚财 · 十全车服'")
                .contains("customScripts: ['../shared/chinese'");
        var scripts = SCRIPT.matcher(config).results().toList();
        assertThat(scripts).isNotEmpty();
        for (var script : scripts) {
            assertThat(read(script.group(1) + ".js")).isNotEmpty();
        }
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    private static Map<String, String> texts(String app, String locale) throws IOException {
        // Camunda's own files begin with a byte order mark.
        var json = read(app + "/locales/" + locale + ".json").replace("\uFEFF", "");
        var texts = new TreeMap<String, String>();
        collect("", JSON.readTree(json), texts);
        return texts;
    }

    private static void collect(String path, JsonNode node, Map<String, String> texts) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "." + i, node.get(i), texts);
            }
        } else if (node.isObject()) {
            node.fields()
                    .forEachRemaining(field -> collect(
                            path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), texts));
        } else {
            texts.put(path, node.asText());
        }
    }

    private static String read(String path) throws IOException {
        var resource = "/META-INF/resources/webjars/camunda/app/" + path;
        try (var stream = WebappLocaleTest.class.getResourceAsStream(resource)) {
            assertThat(stream).as(resource).isNotNull();
            return new String(stream.readAllBytes(), UTF_8);
        }
    }
}
