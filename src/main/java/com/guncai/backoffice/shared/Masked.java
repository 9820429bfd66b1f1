package com.guncai.backoffice.shared;

import java.lang.reflect.RecordComponent;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;

/**
 * The text of a record that holds a secret or something about a person, for its {@code toString}: numbers, times and states
 * as they are, every other value {@code ***}. {@code MaskedTextTest} fails for a record that needs it and has it not.
 */
public final class Masked {
    /** Texts by which a holder is found again, and that say nothing of a person. */
    private static final Set<String> OPEN = Set.of(
            "id",
            "user",
            "orderNo",
            "refundNo",
            "outId",
            "template",
            "flowerId",
            "appId",
            "merchantId",
            "endpoint",
            "bucket",
            "status");

    private Masked() {}

    /** {@code Sms[outId=4711, phone=***, template=SMS_1, params=***]}. */
    public static String text(Record holder) {
        return Arrays.stream(holder.getClass().getRecordComponents())
                .map(component -> component.getName() + "=" + shown(component, holder))
                .collect(Collectors.joining(", ", holder.getClass().getSimpleName() + "[", "]"));
    }

    private static String shown(RecordComponent component, Record holder) {
        var accessor = component.getAccessor();
        ReflectionUtils.makeAccessible(accessor);
        var value = ReflectionUtils.invokeMethod(accessor, holder);
        return value instanceof String text && OPEN.contains(component.getName()) ? text : shown(value);
    }

    /** A record within is masked as well, whether it would mask itself or not. */
    private static String shown(@Nullable Object value) {
        if (value instanceof Record within) {
            return text(within);
        }
        if (value instanceof Collection<?> several) {
            return several.stream().map(Masked::shown).collect(Collectors.joining(", ", "[", "]"));
        }
        var open = value == null
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Enum
                || value instanceof TemporalAccessor
                || value instanceof TemporalAmount;
        return open ? String.valueOf(value) : "***";
    }
}
