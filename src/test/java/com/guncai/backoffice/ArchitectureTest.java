package com.guncai.backoffice;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.guncai.backoffice.process.CaseProcess;
import com.guncai.backoffice.process.ManagedTable;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The arrows of the house: modules know each other one way, and only {@code process} knows the engine. */
class ArchitectureTest {
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("com.guncai.backoffice");

    @Test
    void modulesDependOneWay() {
        ApplicationModules.of(BackofficeApplication.class).verify();
    }

    @Test
    void onlyTheProcessModuleKnowsTheEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..backoffice.process..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .check(CODE);
    }

    @Test
    void servicesDoNotKnowRefundOrSettlement() {
        noClasses()
                .that()
                .resideInAnyPackage("..flower..", "..topup..", "..movie..", "..cashback..", "..order..", "..coupon..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..backoffice.refund..", "..backoffice.settlement..")
                .check(CODE);
    }

    @Test
    void aProcessClassIsPublicAndNamedAfterItsDiagram() {
        classes()
                .that()
                .implement(CaseProcess.class)
                .should()
                .bePublic()
                .andShould()
                .haveSimpleNameEndingWith("Process")
                .check(CODE);
    }

    @Test
    void whatAModuleReadsFromATableIsNamedAfterIt() {
        classes()
                .that()
                .implement(ManagedTable.class)
                .should()
                .haveSimpleNameEndingWith("Table")
                .check(CODE);
    }
}
