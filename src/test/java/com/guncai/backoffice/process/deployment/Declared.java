package com.guncai.backoffice.process.deployment;

import static org.mockito.Mockito.mock;

import com.guncai.backoffice.process.CaseProcess;
import com.guncai.backoffice.process.ModelAction;
import com.guncai.backoffice.process.ModelBean;
import com.guncai.backoffice.process.StaffGroup;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mockito.Mockito;

/** What the modules declare to the models, read from their classes: a new service needs no line in a test. */
final class Declared {
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("com.guncai.backoffice");

    private Declared() {}

    /** By process id the class behind the diagram. */
    static Map<String, Class<? extends CaseProcess>> processes() {
        return CODE.stream()
                .filter(type -> type.isAssignableTo(CaseProcess.class) && !type.isInterface())
                .collect(Collectors.toMap(
                        JavaClass::getSimpleName, type -> type.reflect().asSubclass(CaseProcess.class)));
    }

    /** Groups that hold tasks of a process, and managers, who may hold any. */
    static Set<String> groups() {
        return Stream.concat(
                        Stream.of(StaffGroup.MANAGERS.id()),
                        processes().values().stream()
                                .flatMap(type -> mock(type, Mockito.CALLS_REAL_METHODS).candidateGroups().stream()))
                .collect(Collectors.toSet());
    }

    /** Methods of the beans that diagrams see, each with the number of its parameters: {@code complete/2}. */
    static Set<String> calls() {
        return CODE.stream()
                .filter(type -> type.isAssignableTo(ModelBean.class) && !type.isInterface())
                .flatMap(type -> Arrays.stream(type.reflect().getMethods()))
                .filter(method -> method.isAnnotationPresent(ModelAction.class))
                .map(method -> method.getName() + "/" + method.getParameterCount())
                .collect(Collectors.toSet());
    }

    /** What a diagram may wait for: a message bears the name of the record that is announced. */
    static Set<String> records() {
        return CODE.stream()
                .filter(JavaClass::isRecord)
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toSet());
    }
}
