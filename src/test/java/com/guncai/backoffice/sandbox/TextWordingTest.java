package com.guncai.backoffice.sandbox;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlMapFactoryBean;
import org.springframework.core.io.ClassPathResource;

/** The page at {@code /sandbox} shows texts as sentences, those that operators are told to apply for. */
class TextWordingTest {
    private static final Pattern ON_THE_PAGE = Pattern.compile("^  (\\w+): '(.*)',$", Pattern.MULTILINE);
    private static final Pattern TO_APPLY_FOR =
            Pattern.compile("^ +# (.*)\\R +((?:DESK|CUSTOMER)_\\w+):", Pattern.MULTILINE);

    @Test
    void everyTextThatTheApplicationSendsHasItsWording() throws IOException {
        assertThat(onThePage().keySet())
                .containsExactlyInAnyOrderElementsOf(configured().values());
    }

    @Test
    void theWordingIsTheOneToApplyFor() throws IOException {
        var example = Files.readString(Path.of("messages.example.yaml"));
        var toApplyFor = found(TO_APPLY_FOR, example, match -> match.group(2), match -> match.group(1));
        var page = onThePage();
        configured().forEach((code, sms) -> assertThat(page.get(sms))
                .as(code)
                .isEqualTo(toApplyFor.get(code).replace("https://your-host/", "/")));
    }

    private static Map<String, String> onThePage() throws IOException {
        var script = new ClassPathResource("static/sandbox/js/texts.js").getContentAsString(StandardCharsets.UTF_8);
        return found(ON_THE_PAGE, script, match -> match.group(1), match -> match.group(2));
    }

    /** The templates of application.yaml: the code at Aliyun by the code that diagrams use. */
    private static Map<String, String> configured() {
        var yaml = new YamlMapFactoryBean();
        yaml.setResources(new ClassPathResource("application.yaml"));
        Map<?, ?> at = yaml.getObject();
        for (var key : new String[] {"backoffice", "notification", "templates"}) at = (Map<?, ?>) at.get(key);
        var templates = new TreeMap<String, String>();
        at.forEach((code, template) -> templates.put((String) code, (String) ((Map<?, ?>) template).get("sms")));
        return templates;
    }

    private static Map<String, String> found(Pattern pattern, String text, Part key, Part value) {
        return pattern.matcher(text).results().collect(toMap(key::of, value::of));
    }

    private interface Part {
        String of(MatchResult match);
    }
}
