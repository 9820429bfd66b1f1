package com.guncai.backoffice.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.cmd.GetTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.MessageEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.PatchTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.RemoveExecutionVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.SetExecutionVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.SignalCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.junit.jupiter.api.Test;

/** Whatever command sets variables, its variables are seen. */
class CarriedVariablesTest {
    private static final Map<String, Object> FORGED = Map.of("payment", "x");

    @Test
    void writingIsSeenAndReadingIsNot() {
        assertThat(List.<Command<?>>of(
                        new SetExecutionVariablesCmd("p", FORGED, false),
                        new PatchTaskVariablesCmd("t", FORGED, List.of(), true),
                        new MessageEventReceivedCmd("m", "e", Map.of(), Map.of(), FORGED),
                        new SignalCmd("e", null, null, FORGED)))
                .allSatisfy(command -> assertThat(CarriedVariables.of(command)).containsExactly("payment"));
        assertThat(CarriedVariables.of(new RemoveExecutionVariablesCmd("p", List.of("orderNo"), false)))
                .isNotEmpty();
        assertThat(CarriedVariables.of(new GetTaskVariablesCmd("t", List.of("orderNo"), false, false)))
                .isEmpty();
    }

    /** Every map in a command of the engine is one that is looked into, or is known to be something else. */
    @Test
    void noCommandOfThisReleaseKeepsVariablesWhereNobodyLooks() {
        var known = Set.of("expressions", "accountDetails", "reports", "fetchInstructions", "metricsCount");
        var unseen = new ClassFileImporter()
                .importPackages("org.camunda.bpm.engine.impl.cmd", "org.camunda.bpm.engine.impl.batch").stream()
                        .filter(type -> type.isAssignableTo(Command.class))
                        .flatMap(type -> CarriedVariables.fields(type.reflect()))
                        .filter(field -> Map.class.isAssignableFrom(field.getType()))
                        .filter(field -> !CarriedVariables.holdsVariables(field))
                        .filter(field -> !known.contains(field.getName()))
                        .toList();

        assertThat(unseen).isEmpty();
    }
}
