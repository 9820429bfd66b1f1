package com.guncai.backoffice.process.deployment;

import static org.mockito.Mockito.mock;

import com.guncai.backoffice.process.CaseProcess;
import com.guncai.backoffice.process.ModelBean;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.beans.Introspector;
import java.util.HashMap;
import java.util.Map;
import org.mockito.Mockito;
import org.springframework.stereotype.Component;

/** The beans that diagrams may call, read from their classes, for tests without an application. */
public final class DeclaredBeans {
    private DeclaredBeans() {}

    /** By bean name. */
    public static Map<String, Class<?>> models() {
        var beans = new HashMap<String, Class<?>>();
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("com.guncai.backoffice").stream()
                        .filter(type -> type.isAssignableTo(ModelBean.class) && !type.isInterface())
                        .map(JavaClass::reflect)
                        .forEach(type -> {
                            var named = type.getAnnotation(Component.class);
                            beans.put(
                                    named == null || named.value().isEmpty()
                                            ? Introspector.decapitalize(type.getSimpleName())
                                            : named.value(),
                                    type);
                        });
        return beans;
    }

    /** What a class says of its process. */
    public static CaseProcess process(String key) {
        var process = mock(Declared.processes().get(key), Mockito.CALLS_REAL_METHODS);
        Mockito.doReturn(key).when(process).key();
        return process;
    }
}
