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
        "0.01, customer-service",
        "150, customer-service",
        "299.99, customer-service",
        "300, customer-service",
        "300.01, managers",
        "329, managers",
        "100000, managers"
    })
    void largeSumsAreForManagers(double yuan, String group) throws IOException {
        try (var table = Files.newInputStream(Path.of("processes", "RefundApproval.dmn"))) {
            var decision = DMN.parseDecision("RefundApproval", table);
            var result = DMN.evaluateDecisionTable(
                    decision, Variables.createVariables().putValue("refundableYuan", yuan));
            assertThat(result.<String>getSingleEntry()).isEqualTo(group);
        }
    }
}
