package com.guncai.backoffice.staff;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What our scripts look for in the code of Camunda's web applications, against the files it ships: an update that changes a
 * text or a method fails here.
 */
class WebappTextsTest {
    private static final List<String> SHIPPED = List.of(
            "webjars/camunda/lib/deps.js",
            "webjars/camunda/app/tasklist/camunda-tasklist-bootstrap.js",
            "webjars/camunda/app/cockpit/camunda-cockpit-bootstrap.js",
            "webjars/camunda/app/admin/camunda-admin-bootstrap.js",
            "webjars/camunda/app/welcome/camunda-welcome-bootstrap.js",
            "plugin/cockpit/app/plugin.js",
            "plugin/tasklist/app/plugin.js",
            "plugin/admin/app/plugin.js");

    private static final Pattern TEXT = Pattern.compile("(?m)^\\s+'((?:[^'\\\\]|\\\\.)+)': '");

    /** Put together by the code from parts, or by the browser's language. */
    private static final Set<String> COMPOSED =
            Set.of("Value is expected to be an integer.", "yyyy/mm/dd", "mm/dd/yyyy", "Failed External Task");

    private static String shipped = "";

    @BeforeAll
    static void readShipped() throws IOException {
        var all = new StringBuilder();
        for (var file : SHIPPED) {
            all.append(read(file));
        }
        shipped = all.toString().replaceAll("\\s+", " ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"form-texts", "filter-texts", "decision-texts", "other-texts"})
    void everyTextThatIsReplacedIsThere(String script) throws IOException {
        var texts = TEXT.matcher(read("webjars/camunda/app/shared/" + script + ".js"))
                .results()
                .map(found -> found.group(1))
                .filter(text -> !COMPOSED.contains(text))
                .toList();
        assertThat(texts).isNotEmpty();
        assertThat(missing(texts.toArray(String[]::new))).isEmpty();
    }

    @Test
    void formJsIsWhatTheFormsWereImprovedFor() {
        assertThat(missing(
                        "webpackChunkcamunda_bpm_webapp",
                        ".createForm=function",
                        "jsxDEV:function",
                        "jsxs:function",
                        "_setState(e)",
                        "_createInjector(e,t)",
                        "importSchema(e,t={})",
                        "validateFieldInstance(e,t)",
                        "_getSubmitData()",
                        "\"field.updated\"",
                        "check(e,t={})",
                        "Field is required.",
                        "relativeTimeThreshold",
                        "updateLocale",
                        "minimum length",
                        "maximum length",
                        "match pattern",
                        "minimum value",
                        "maximum value"))
                .isEmpty();
    }

    @Test
    void theSignInAndTheSearchBoxAreWhereTheScriptsLookForThem() {
        assertThat(missing(
                        "name=\"signinForm\"",
                        "ng-model=\"username\"",
                        "ng-model=\"password\"",
                        "authentication.login.failure",
                        "authentication.logout.success",
                        "main-field"))
                .isEmpty();
    }

    /** Without quoting the megabytes in which they are looked for. */
    private static List<String> missing(String... texts) {
        return Stream.of(texts).filter(text -> !shipped.contains(text)).toList();
    }

    private static String read(String path) throws IOException {
        try (var stream = WebappTextsTest.class.getResourceAsStream("/META-INF/resources/" + path)) {
            assertThat(stream).as(path).isNotNull();
            return new String(stream.readAllBytes(), UTF_8);
        }
    }
}
