package com.guncai.backoffice.testing;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.HashMap;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.springframework.beans.BeanUtils;
import org.springframework.test.context.BootstrapWith;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.cache.DefaultCacheAwareContextLoaderDelegate;
import org.springframework.test.context.support.DefaultBootstrapContext;

/**
 * Runs tests that share an application context one after the other. Only one context is kept at a time, because the
 * engine's REST API answers for whichever engine of the JVM started last. Tests without a context come first.
 */
public class ContextOrder implements ClassOrderer {
    private static final Object NO_CONTEXT = "no context";

    @Override
    public void orderClasses(ClassOrdererContext context) {
        var tests = context.getClassDescriptors();
        tests.sort(comparing(ContextOrder::annotations)
                .thenComparing(test -> test.getTestClass().getName()));

        var places = new HashMap<Object, Integer>();
        places.put(NO_CONTEXT, 0);
        var place = new HashMap<ClassDescriptor, Integer>();
        for (var test : tests) {
            place.put(test, places.computeIfAbsent(contextOf(test.getTestClass()), key -> places.size()));
        }
        tests.sort(comparing(place::get));
    }

    private static String annotations(ClassDescriptor test) {
        return Arrays.stream(test.getTestClass().getAnnotations())
                .map(Annotation::annotationType)
                .map(Class::getSimpleName)
                .sorted()
                .collect(joining(" "));
    }

    /** What Spring's cache knows the context by. */
    private static Object contextOf(Class<?> test) {
        var found = TestContextAnnotationUtils.findMergedAnnotation(test, BootstrapWith.class);
        if (found == null) {
            return NO_CONTEXT;
        }
        var bootstrapper = BeanUtils.instantiateClass(found.value());
        bootstrapper.setBootstrapContext(
                new DefaultBootstrapContext(test, new DefaultCacheAwareContextLoaderDelegate()));
        return bootstrapper.buildMergedContextConfiguration();
    }
}
