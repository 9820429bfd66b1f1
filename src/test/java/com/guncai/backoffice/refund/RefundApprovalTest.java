package com.guncai.backoffice.refund;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who decides a refund, by the sum that can go back. */
class RefundApprovalTest {
    private static final DmnEngine DMN =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    @ParameterizedTest
    @CsvSource({
        "1, customer-service",
        "15000, customer-service",
        "29999, customer-service",
        "30000, customer-service",
        "30001, managers",
        "32900, managers",
        "10000000, managers"
    })
    void largeSumsAreForManagers(long fen, String group) throws IOException {
        try (var table = Files.newInputStream(Path.of("processes", "RefundApproval.dmn"))) {
            var decision = DMN.parseDecision("RefundApproval", table);
            var result = DMN.evaluateDecisionTable(
                    decision, Variables.createVariables().putValue("refundableFen", fen));
            assertThat(result.<String>getSingleEntry()).isEqualTo(group);
        }
    }
}
