package com.guncai.backoffice.testing;

import static java.util.stream.Collectors.joining;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/**
 * Runs tests that share an application context one after the other. Only one context is kept at a time, because the
 * engine's REST API answers for whichever engine of the JVM started last.
 */
public class ContextOrder implements ClassOrderer {

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors()
                .sort(Comparator.comparing(ContextOrder::annotations)
                        .thenComparing(descriptor -> descriptor.getTestClass().getName()));
    }

    private static String annotations(ClassDescriptor test) {
        return Arrays.stream(test.getTestClass().getAnnotations())
                .map(Annotation::annotationType)
                .map(Class::getSimpleName)
                .sorted()
                .collect(joining(" "));
    }
}
