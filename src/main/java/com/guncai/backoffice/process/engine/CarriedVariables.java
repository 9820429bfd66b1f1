package com.guncai.backoffice.process.engine;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.cmd.AbstractRemoveVariableCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;

/**
 * The variables that a command of the engine would set or remove. Each of its commands keeps them in a field of its own, and
 * a new release adds commands: so they are found by what such fields are called, in the command, in its builder and in the
 * builder's steps, instead of by a list of commands that would have to grow.
 */
final class CarriedVariables {
    /** Compared with, not set. */
    private static final String CORRELATION = "correlation";

    /** Looked for once for each class: every command of whoever is signed in comes here. */
    private static final ClassValue<List<Field>> OF_INTEREST = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            return fields(type)
                    .filter(field -> holdsVariables(field) || leadsOn(field))
                    .peek(ReflectionUtils::makeAccessible)
                    .toList();
        }
    };

    private CarriedVariables() {}

    /** Names of what it sets; {@code *} for what it removes. */
    static Set<String> of(Command<?> command) {
        var names = new HashSet<String>();
        if (command instanceof AbstractRemoveVariableCmd) {
            names.add("*");
        }
        collect(command, names, 0);
        return names;
    }

    /** Whether a field of a command, or of its builder, holds variables. */
    static boolean holdsVariables(Field field) {
        var name = field.getName().toLowerCase(Locale.ROOT);
        return Map.class.isAssignableFrom(field.getType())
                && (name.contains("variables") || name.contains("payload") || name.equals("properties"))
                && !name.startsWith(CORRELATION);
    }

    /** Whether a field of a command leads to what may hold variables. */
    static boolean leadsOn(Field field) {
        var type = field.getType();
        var name = field.getName().toLowerCase(Locale.ROOT);
        return type.getName().startsWith("org.camunda.bpm.engine")
                        && (name.endsWith("builder") || name.endsWith("plan") || name.endsWith("cmd"))
                || Collection.class.isAssignableFrom(type)
                        && (name.endsWith("operations") || name.endsWith("instructions"));
    }

    static Stream<Field> fields(Class<?> type) {
        return Stream.<Class<?>>iterate(type, c -> c != null && c != Object.class, Class::getSuperclass)
                .flatMap(c -> Arrays.stream(c.getDeclaredFields()))
                .filter(field -> !Modifier.isStatic(field.getModifiers()));
    }

    private static void collect(@Nullable Object holder, Set<String> names, int depth) {
        if (holder == null || depth > 3) {
            return;
        }
        if (holder instanceof Collection<?> steps) {
            steps.forEach(step -> collect(step, names, depth + 1));
            return;
        }
        for (var field : OF_INTEREST.get(holder.getClass())) {
            var value = ReflectionUtils.getField(field, holder);
            if (holdsVariables(field) && value instanceof Map<?, ?> variables) {
                variables.keySet().forEach(name -> names.add(String.valueOf(name)));
            } else if (leadsOn(field)) {
                collect(value, names, depth + 1);
            }
        }
    }
}
