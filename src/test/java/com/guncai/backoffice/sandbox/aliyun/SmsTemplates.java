package com.guncai.backoffice.sandbox.aliyun;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The templates that are approved, and what Aliyun takes as their variables (help.aliyun.com document_detail/44357, 101346 and
 * 463270). Of a template of a tester's own it knows no variables, and looks at what comes.
 */
final class SmsTemplates {
    private static final int LONGEST_VARIABLE = 35;

    private static final Pattern TEMPLATE = Pattern.compile("^  (\\w+): '(.*)',$", Pattern.MULTILINE);
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");

    /** Addresses of any kind, a bare domain or IP address among them. */
    private static final Pattern URL =
            Pattern.compile("(?i)://|\\bwww\\.|[a-z0-9-]\\.(com|cn|net|org|cc|top|vip|shop|xyz|io|me|link|club)\\b"
                    + "|\\d{1,3}(\\.\\d{1,3}){3}");

    /** Emoji and special characters, the brackets of the signature, line breaks. */
    private static final Pattern SPECIAL = Pattern.compile("[\\p{So}\\p{Cs}\\p{Cntrl}\\uFE0F¥【】]|[^\\u0000-\\uFFFF]");

    private static final Map<String, Set<String>> VARIABLES = read();

    private SmsTemplates() {}

    /** What Aliyun answers to such variables of a template; {@code null} when it sends them. */
    static @Nullable Refusal wrong(String template, Map<String, String> params) {
        for (var name : VARIABLES.getOrDefault(template, Set.of())) {
            if (params.getOrDefault(name, "").isBlank()) {
                return new Refusal("isv.TEMPLATE_MISSING_PARAMETERS", "模板变量缺少对应参数值：" + name);
            }
        }
        for (var param : params.entrySet()) {
            var code = refused(param.getValue());
            if (code != null) {
                return new Refusal(code, "模板变量不符合规范：" + param.getKey());
            }
        }
        return null;
    }

    private static @Nullable String refused(String value) {
        if (value.isBlank()) return "isv.TEMPLATE_MISSING_PARAMETERS";
        if (value.length() > LONGEST_VARIABLE) return "isv.PARAM_LENGTH_LIMIT";
        if (URL.matcher(value).find()) return "isv.PARAM_NOT_SUPPORT_URL";
        return SPECIAL.matcher(value).find() ? "isv.TEMPLATE_PARAMS_ILLEGAL" : null;
    }

    /** As the page words them; they are those that operators are told to apply for. */
    private static Map<String, Set<String>> read() {
        try (var file = SmsTemplates.class.getResourceAsStream("/static/sandbox/js/texts.js")) {
            var script = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return TEMPLATE.matcher(script).results().collect(toMap(match -> match.group(1), match -> VARIABLE.matcher(
                            match.group(2))
                    .results()
                    .map(variable -> variable.group(1))
                    .collect(toSet())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    record Refusal(String code, String message) {}
}
