package com.guncai.backoffice.process;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * A column of a {@link ManagedDecision}.
 *
 * @param name of an output; of an input, the expression that it looks at
 * @param codes the only texts that there are; empty when any text will do
 * @param mayBeEmpty whether a cell may say nothing
 */
public record DecisionColumn(String name, Type type, List<String> codes, boolean mayBeEmpty) {
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");
    private static final int MOST = 9999;

    enum Type {
        TEXT("string"),
        WHOLE_NUMBER("integer", "long", "double"),
        NUMBER("double");

        private final Set<String> accepted;
        private final String usual;

        Type(String... accepted) {
            this.accepted = Set.of(accepted);
            this.usual = accepted[0];
        }
    }

    /** One of a few texts. */
    public static DecisionColumn code(String name, List<String> codes) {
        return new DecisionColumn(name, Type.TEXT, List.copyOf(codes), false);
    }

    public static DecisionColumn text(String name) {
        return new DecisionColumn(name, Type.TEXT, List.of(), false);
    }

    /** From 0 up. */
    public static DecisionColumn wholeNumber(String name) {
        return new DecisionColumn(name, Type.WHOLE_NUMBER, List.of(), false);
    }

    /** From 0 up, with decimals. */
    public static DecisionColumn number(String name) {
        return new DecisionColumn(name, Type.NUMBER, List.of(), false);
    }

    /** The same, where a cell may be empty. */
    public DecisionColumn orEmpty() {
        return new DecisionColumn(name, type, codes, true);
    }

    /** Whether a result is what the column is for. */
    public boolean isUsable(@Nullable Object value) {
        return switch (type) {
            case TEXT ->
                value instanceof String text
                        && (mayBeEmpty || !text.isBlank())
                        && (codes.isEmpty() || codes.contains(text));
            case WHOLE_NUMBER -> value instanceof Number number && inRange(number) && number.doubleValue() % 1 == 0;
            case NUMBER -> value instanceof Number number && inRange(number);
        };
    }

    private static boolean inRange(Number number) {
        return number.doubleValue() >= 0 && number.doubleValue() <= MOST;
    }

    /** An empty cell leaves no trace in its row; one that led to nothing is {@code null} there. */
    public boolean isUsableIn(Map<String, @Nullable Object> row) {
        return row.containsKey(name) ? isUsable(row.get(name)) : mayBeEmpty;
    }

    /** Whether the engine turns values of this column into such a type of DMN without loss. */
    public boolean accepts(@Nullable String typeRef) {
        return !StringUtils.hasLength(typeRef) || type.accepted.contains(typeRef);
    }

    public String usualType() {
        return type.usual;
    }

    /** Whether a condition compares with fixed values of this column only, and with none that is not there. */
    public boolean isFixed(String condition) {
        var bare = QUOTED.matcher(condition).replaceAll("").replaceFirst("not\\s*\\(", "(");
        return type == Type.TEXT
                ? bare.matches("[\\s,()]*") && (codes.isEmpty() || codes.containsAll(quoted(condition)))
                : !condition.contains("\"") && bare.matches("[\\d.<>=\\[\\](),\\s-]*");
    }

    /** Values of which at least one fits a fixed condition, if any value does. */
    public List<Object> samples(String condition) {
        if (type == Type.TEXT) {
            return List.copyOf(codes.isEmpty() ? quoted(condition) : codes);
        }
        var step = type == Type.NUMBER ? new BigDecimal("0.005") : BigDecimal.ONE;
        var samples = new ArrayList<BigDecimal>();
        samples.add(BigDecimal.ZERO);
        NUMBER.matcher(condition)
                .results()
                .map(found -> new BigDecimal(found.group()))
                .forEach(limit -> samples.addAll(List.of(limit.subtract(step), limit, limit.add(step))));
        return samples.stream()
                .filter(sample -> sample.signum() >= 0)
                .<Object>map(sample -> type == Type.NUMBER ? sample.doubleValue() : (Object) sample.longValue())
                .toList();
    }

    private static List<String> quoted(String condition) {
        return QUOTED.matcher(condition).results().map(found -> found.group(1)).toList();
    }

    /** What a result has to be, as the end of a sentence. */
    public String wanted() {
        if (!codes.isEmpty()) {
            return codes.stream().map(code -> "\"" + code + "\"").collect(Collectors.joining("、", "只能是 ", ""));
        }
        return switch (type) {
            case TEXT -> "要写文字，两边加英文引号";
            case WHOLE_NUMBER -> "要写 0 到 " + MOST + " 的整数";
            case NUMBER -> "要写 0 到 " + MOST + " 的数字";
        };
    }

    /** What a condition has to be, as the end of a sentence. */
    public String wantedOfConditions() {
        return type == Type.TEXT ? wanted() : "要写数字条件，例如 < 14 或 [7..13]（都用英文符号）";
    }
}
