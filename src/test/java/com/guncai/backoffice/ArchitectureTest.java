package com.guncai.backoffice;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.process.CaseProcess;
import com.guncai.backoffice.process.ManagedDecision;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** The arrows of the house: modules know each other one way, and only {@code process} knows the engine. */
class ArchitectureTest {
    private static final String MAP = "components.puml";

    private static final ApplicationModules MODULES = ApplicationModules.of(BackofficeApplication.class);

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("com.guncai.backoffice");

    @Test
    void modulesDependOneWay() {
        MODULES.verify();
    }

    /** The map in {@code docs/modules} is drawn from the code. {@code -Ddocs.update=true} draws it anew. */
    @Test
    void theMapInTheDocsIsTheCodes() throws IOException {
        var docs = Path.of("docs/modules");
        var drawn = Boolean.getBoolean("docs.update") ? docs : Path.of("target/modules");
        new Documenter(MODULES, Documenter.Options.defaults().withOutputFolder(drawn.toString()))
                .writeModulesAsPlantUml();
        sort(drawn.resolve(MAP));

        assertThat(Files.readAllLines(docs.resolve(MAP)))
                .containsExactlyInAnyOrderElementsOf(Files.readAllLines(drawn.resolve(MAP)));
    }

    /** The Documenter draws in an order that changes from run to run. */
    private static void sort(Path map) throws IOException {
        var lines = Files.readAllLines(map);
        for (var kind : List.of("Component(", "Rel(")) {
            var at = lines.stream().filter(line -> line.startsWith(kind)).toList();
            var sorted = at.stream().sorted().iterator();
            lines.replaceAll(line -> line.startsWith(kind) ? sorted.next() : line);
        }
        Files.write(map, lines);
    }

    /** Staff are the engine's users: their module knows its users, rights and filters, and the web applications' session. */
    @Test
    void onlyTheProcessModuleKnowsTheEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..backoffice.process..", "..backoffice.staff..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .check(CODE);
    }

    @Test
    void staffKnowsNoProcessOfTheEngine() {
        noClasses()
                .that()
                .resideInAPackage("..backoffice.staff..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.camunda.bpm.engine.impl..",
                        "org.camunda.bpm.engine.delegate..",
                        "org.camunda.bpm.engine.repository..",
                        "org.camunda.bpm.engine.runtime..",
                        "org.camunda.bpm.engine.history..",
                        "org.camunda.bpm.model..")
                .check(CODE);
    }

    @Test
    void servicesDoNotKnowRefundLedgerOrSettlement() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "..flower..",
                        "..topup..",
                        "..cashback..",
                        "..couponsales..",
                        "..codepurchase..",
                        "..order..",
                        "..coupon..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..backoffice.refund..", "..backoffice.ledger..", "..backoffice.settlement..")
                .check(CODE);
    }

    /** What a module adds to the engine stays in the engine's room: the API of {@code process} needs none of it. */
    @Test
    void theSeamKnowsNothingBehindIt() {
        noClasses()
                .that()
                .resideInAPackage("com.guncai.backoffice.process")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..process.engine..", "..process.deployment..")
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
                .implement(ManagedDecision.class)
                .should()
                .haveSimpleNameEndingWith("Decision")
                .check(CODE);
    }
}
