package com.guncai.backoffice.process.allowed;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.time.DateTime;
import org.jspecify.annotations.Nullable;

/** The few methods that an expression may call on a value. Each reads; none leads to anything but a value. */
public final class ValueMethods {
    private static final Map<Class<?>, Set<String>> LISTED = Map.of(
            String.class,
            Set.of("contains", "startsWith", "endsWith", "equals", "isEmpty", "length", "trim"),
            Collection.class,
            Set.of("contains", "isEmpty", "size"),
            DateTime.class,
            Set.of(
                    "plusMinutes",
                    "plusHours",
                    "plusDays",
                    "minusMinutes",
                    "minusHours",
                    "minusDays",
                    "withTimeAtStartOfDay",
                    "toDate"));

    private static final Set<Class<?>> ARGUMENTS =
            Set.of(String.class, CharSequence.class, Object.class, int.class, boolean.class);

    private static final Map<Class<?>, List<Method>> METHODS = LISTED.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, listed -> methods(listed.getKey(), listed.getValue())));

    private ValueMethods() {}

    public static boolean isListed(@Nullable String name, int arguments) {
        return METHODS.values().stream()
                .anyMatch(methods -> of(methods, name, arguments).findAny().isPresent());
    }

    public static Set<String> names() {
        return LISTED.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The listed method of a value; {@code null} when it has none of that name. */
    public static @Nullable Method find(Object value, String name, int arguments) {
        return METHODS.entrySet().stream()
                .filter(listed -> listed.getKey().isInstance(value))
                .flatMap(listed -> of(listed.getValue(), name, arguments))
                .findFirst()
                .orElse(null);
    }

    /** @throws IllegalArgumentException when an argument is of another kind */
    public static @Nullable Object invoke(Method method, Object value, @Nullable Object[] arguments) {
        try {
            return method.invoke(value, arguments);
        } catch (IllegalAccessException | InvocationTargetException failure) {
            throw new IllegalArgumentException(method.getName() + " cannot be called so", failure);
        }
    }

    private static Stream<Method> of(List<Method> methods, @Nullable String name, int arguments) {
        return methods.stream()
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == arguments);
    }

    private static List<Method> methods(Class<?> type, Set<String> names) {
        return Stream.of(type.getMethods())
                .filter(method ->
                        names.contains(method.getName()) && ARGUMENTS.containsAll(List.of(method.getParameterTypes())))
                .toList();
    }
}
