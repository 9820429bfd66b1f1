package com.guncai.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.shared.Masked;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever holds a key, a token or something about a person may be printed: its text says nothing of it. Every record of the
 * product is looked at; what its components are called tells what they hold.
 */
class MaskedTextTest {
    private static final String SECRET = "nobody-may-read-this";

    private static final Set<Class<?>> TEXTS = Set.of(String.class, Object.class, List.class, Map.class);

    /** Of {@code module.Class.component}. */
    private static final Pattern SENSITIVE =
            Pattern.compile("(?i).*(phone|openid|address|recipient|cardMessage|realName|bankCard|alipay|payee|desks"
                    + "|secret|password|token|loginCode|privateKey|apiV3Key|accessKey|paySign|packageValue|params)[^.]*"
                    + "|coupon.*\\.codes?|coupon\\.batch\\..*\\.content|spreadsheet\\..*\\.text"
                    + "|.*\\.(note|decisionNote)|refund\\..*\\.reason"
                    + "|order\\.Order(View|Details|Refunds).*\\.(reason|details|ordered)");

    static Stream<Class<?>> holders() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("com.guncai.backoffice").stream()
                        .filter(JavaClass::isRecord)
                        .map(JavaClass::reflect)
                        .filter(MaskedTextTest::isHolder);
    }

    @ParameterizedTest
    @MethodSource("holders")
    void theTextOfASecretHolderHoldsNoSecret(Class<?> holder) throws ReflectiveOperationException {
        assertThat(filled(holder).toString()).isNotBlank().doesNotContain(SECRET);
    }

    @Test
    void aMaskedTextNamesWhatItHoldsAndShowsWhatFindsItAgain() {
        record Within(String text, int number) {}
        record Holder(String orderNo, String phone, List<String> codes, List<Within> parts, Instant at) {}

        assertThat(Masked.text(new Holder(
                        "FL1", "13800000000", List.of("A1"), List.of(new Within("secret", 2)), Instant.EPOCH)))
                .isEqualTo("Holder[orderNo=FL1, phone=***, codes=[***], parts=[Within[text=***, number=2]],"
                        + " at=1970-01-01T00:00:00Z]");
    }

    private static boolean isHolder(Class<?> type) {
        return type.isRecord()
                && Arrays.stream(type.getRecordComponents())
                        .anyMatch(component -> isSensitive(component) || holds(component.getGenericType()));
    }

    private static boolean holds(Type type) {
        return type instanceof ParameterizedType generic
                ? Stream.of(generic.getActualTypeArguments()).anyMatch(MaskedTextTest::holds)
                : type instanceof Class<?> simple && isHolder(simple);
    }

    private static boolean isSensitive(RecordComponent component) {
        var name = component.getDeclaringRecord().getName() + "." + component.getName();
        return TEXTS.contains(component.getType())
                && SENSITIVE.matcher(name.replace("com.guncai.backoffice.", "")).matches();
    }

    private static Object filled(Class<?> holder) throws ReflectiveOperationException {
        var components = holder.getRecordComponents();
        var values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(components[i].getGenericType(), isSensitive(components[i]) ? SECRET : "open");
        }
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var constructor = holder.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(values);
    }

    private static Object value(Type type, String text) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType generic) {
            var arguments = generic.getActualTypeArguments();
            return generic.getRawType() == List.class
                    ? List.of(value(arguments[0], text))
                    : Map.of("desk", value(arguments[1], text));
        }
        var simple = (Class<?>) type;
        if (simple.isRecord()) {
            return filled(simple);
        }
        if (simple.isEnum()) {
            return simple.getEnumConstants()[0];
        }
        return switch (simple.getSimpleName()) {
            case "int", "Integer" -> 1;
            case "long", "Long" -> 1L;
            case "boolean", "Boolean" -> true;
            case "BigDecimal" -> BigDecimal.ONE;
            case "byte[]" -> new byte[0];
            case "URI" -> URI.create("https://store.example");
            case "Duration" -> Duration.ZERO;
            case "Path" -> Path.of("receipts");
            case "Instant" -> Instant.EPOCH;
            case "LocalDate" -> LocalDate.EPOCH;
            case "LocalTime" -> LocalTime.NOON;
            case "OffsetDateTime" -> OffsetDateTime.parse("2026-11-24T10:00+08:00");
            default -> text;
        };
    }
}
