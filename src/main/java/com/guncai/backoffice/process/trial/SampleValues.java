package com.guncai.backoffice.process.trial;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Values worth trying, read from the conditions that ask about them: {@code ${outcome == 'SETTLED'}} makes {@code outcome} be
 * {@code SETTLED} on one path and something else on another.
 */
class SampleValues {
    private static final String NAME = "([\\p{L}_][\\p{L}\\p{N}_]*(?:\\.[\\p{L}\\p{N}_]+(?=\\s*\\())?)";
    private static final Pattern COMPARED = Pattern.compile(NAME
            + "(?:\\s*\\([^()]*\\))?\\s*(==|!=|<=|>=|<|>|\\beq\\b|\\bne\\b|\\blt\\b|\\bgt\\b|\\ble\\b|\\bge\\b)\\s*"
            + "('[^']*'|\"[^\"]*\"|true|false|null|-?\\d+(?:\\.\\d+)?)");
    private static final Pattern NAMED = Pattern.compile(NAME);
    private static final String OTHER = "其他";

    private final Map<String, Set<@Nullable Object>> byName = new LinkedHashMap<>();

    /** @param conditions expressions that decide where a case goes */
    SampleValues(Collection<String> conditions) {
        for (var condition : conditions) {
            var compared = COMPARED.matcher(condition);
            var rest = new StringBuilder();
            while (compared.find()) {
                add(compared.group(1), compared.group(3));
                compared.appendReplacement(rest, "");
            }
            compared.appendTail(rest);
            // What is compared with nothing is true or false.
            NAMED.matcher(rest.toString()
                            .replaceAll(
                                    "'[^']*'|\"[^\"]*\"|\\([^()]*\\)|\\b(true|false|null|empty|not|and|or)\\b", " "))
                    .results()
                    .forEach(name -> values(name.group(1)).addAll(List.of(true, false)));
        }
    }

    private void add(String name, String literal) {
        var values = values(name);
        if (literal.equals("true") || literal.equals("false")) {
            values.addAll(List.of(true, false));
        } else if (literal.equals("null")) {
            values.add(null);
            values.add("样例");
        } else if (literal.startsWith("'") || literal.startsWith("\"")) {
            values.add(literal.substring(1, literal.length() - 1));
            values.add(OTHER);
        } else {
            var number = new BigDecimal(literal).longValue();
            values.addAll(List.of(number - 1, number, number + 1));
        }
    }

    private Set<@Nullable Object> values(String name) {
        return byName.computeIfAbsent(name, key -> new LinkedHashSet<>());
    }

    boolean decides(String name) {
        return byName.containsKey(name);
    }

    /** Those that conditions ask for; empty when none does. */
    List<@Nullable Object> of(String name) {
        return new ArrayList<>(byName.getOrDefault(name, Set.of()));
    }

    /** What an action may answer. */
    List<@Nullable Object> answers(String call, @Nullable String resultVariable, Class<?> type) {
        var asked = of(call);
        if (asked.isEmpty() && resultVariable != null) {
            asked = of(resultVariable);
        }
        if (type == boolean.class || type == Boolean.class) {
            return List.of(true, false);
        }
        return asked.isEmpty() ? List.of(sample(type)) : asked;
    }

    private static Object sample(Class<?> type) {
        if (type == long.class || type == Long.class) {
            return 1L;
        }
        if (type == int.class || type == Integer.class) {
            return 1;
        }
        if (type == double.class || type == Double.class) {
            return 1.0;
        }
        return type == Date.class ? Date.from(Instant.now().plusSeconds(3600)) : "样例";
    }
}
