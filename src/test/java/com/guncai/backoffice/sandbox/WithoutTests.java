package com.guncai.backoffice.sandbox;

import java.util.regex.Pattern;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * Keeps what tests configure for themselves out of {@code spring-boot:test-run}, which scans their packages too; Spring
 * Boot does so by itself only while a test runs.
 */
final class WithoutTests extends TypeExcludeFilter {
    private static final Pattern TEST = Pattern.compile(".*(Test|IT)(\\$.*)?");

    @Override
    public boolean match(MetadataReader candidate, MetadataReaderFactory readers) {
        return TEST.matcher(candidate.getClassMetadata().getClassName()).matches();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WithoutTests;
    }

    @Override
    public int hashCode() {
        return WithoutTests.class.hashCode();
    }
}
