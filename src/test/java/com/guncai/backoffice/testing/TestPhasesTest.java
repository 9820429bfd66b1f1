package com.guncai.backoffice.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestTemplate;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Each test runs once: by its tags in surefire, which takes a minute, or in failsafe. */
class TestPhasesTest {
    private static final List<Class<?>> TESTS = ReflectionSupport.findAllClassesInPackage(
            "com.guncai.backoffice", type -> !Modifier.isAbstract(type.getModifiers()) && hasTests(type), name -> true);

    @Test
    void surefireAndFailsafeKnowEachTestByItsName() {
        assertThat(TESTS).hasSizeGreaterThan(100).allSatisfy(test -> assertThat(test.getSimpleName())
                .matches(".*(Test|IT)"));
    }

    @Test
    void failsafeRunsEachIT() {
        assertThat(TESTS)
                .filteredOn(test -> test.getSimpleName().endsWith("IT"))
                .hasSizeGreaterThan(40)
                .allSatisfy(test -> assertThat(tags(test)).containsAnyOf("application", "slow"));
    }

    @Test
    void failsafeRunsWhatStartsTheApplication() {
        assertThat(TESTS)
                .filteredOn(test -> TestContextAnnotationUtils.hasAnnotation(test, SpringBootTest.class))
                .hasSizeGreaterThan(60)
                .allSatisfy(test -> assertThat(tags(test)).contains("application"));
    }

    private static List<String> tags(Class<?> test) {
        return Stream.concat(
                        AnnotationSupport.findRepeatableAnnotations(test, Tag.class).stream()
                                .map(Tag::value),
                        AnnotationSupport.findRepeatableAnnotations(test, net.jqwik.api.Tag.class).stream()
                                .map(net.jqwik.api.Tag::value))
                .toList();
    }

    private static boolean hasTests(Class<?> type) {
        return !ReflectionSupport.findMethods(type, TestPhasesTest::isTest, HierarchyTraversalMode.TOP_DOWN)
                .isEmpty();
    }

    private static boolean isTest(Method method) {
        return Stream.of(Test.class, TestTemplate.class, Property.class)
                .anyMatch(test -> AnnotationSupport.isAnnotated(method, test));
    }
}
