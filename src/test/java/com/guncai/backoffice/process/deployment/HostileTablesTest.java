package com.guncai.backoffice.process.deployment;

import static com.guncai.backoffice.process.deployment.ReviewedModels.file;
import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.testing.Engine;
import com.guncai.backoffice.testing.ProcessTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** No table runs what it should not: each is refused, and the same put in place without asking does nothing. */
@ProcessTest
@Import(Engine.class)
class HostileTablesTest {
    private static final String TABLE = "RefundApproval.dmn";
    private static final List<String> LANGUAGES = List.of("juel", "javascript", "groovy", "python", "feel");

    @TempDir
    Path folder;

    @Autowired
    DeploymentReview review;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    RepositoryService repository;

    @Autowired
    DecisionService decisions;

    Path canary;
    List<String> tables;

    @BeforeEach
    void tables() {
        canary = folder.resolve("ran");
        tables = hostile().toList();
        assertThat(tables).hasSizeGreaterThan(400).doesNotContain(file(TABLE));
    }

    @Test
    void eachIsRefused() {
        assertThat(tables)
                .allSatisfy(table -> assertThat(review.of(Map.of(TABLE, table.getBytes(StandardCharsets.UTF_8))))
                        .anySatisfy(finding -> assertThat(finding.isError()).isTrue()));
        assertThat(canary).doesNotExist();
    }

    /** As a version that was deployed before anybody checked: the check is left out, the engine is the same. */
    @Test
    void noneRunsThatIsInPlaceAlready() {
        var checks = new ArrayList<Deployer>(engine.getDeployers());
        var loaded = 0;
        engine.getDeployers().removeIf(DeploymentValidator.class::isInstance);
        engine.getDeploymentCache().setDeployers(engine.getDeployers());
        try {
            for (var table : tables) {
                loaded += decides(table) ? 1 : 0;
            }
        } finally {
            engine.setDeployers(checks);
            engine.getDeploymentCache().setDeployers(checks);
        }
        assertThat(loaded).isGreaterThan(100);
        assertThat(canary).doesNotExist();
    }

    /** @return whether the engine took it */
    private boolean decides(String table) {
        String deployment;
        try {
            deployment = repository
                    .createDeployment()
                    .addString(TABLE, table)
                    .deploy()
                    .getId();
        } catch (RuntimeException unreadable) {
            return false;
        }
        try {
            decisions
                    .evaluateDecisionByKey("RefundApproval")
                    .variables(Map.of("refundableFen", 40_000L, "orderNo", "20261130000001"))
                    .evaluate();
        } catch (RuntimeException refused) {
            // as it should
        } finally {
            repository.deleteDeployment(deployment, true, true, true);
        }
        return true;
    }

    private Stream<String> hostile() {
        var payloads = Stream.concat(
                HostileModels.expressions(canary.toString()).stream(),
                Stream.of(
                        "java.lang.Runtime.getRuntime().exec('touch " + canary + "')",
                        "new ProcessBuilder('touch', '" + canary + "').start()",
                        "import os; os.system('touch " + canary + "')",
                        "function(x) external { java: { class: \"java.lang.Runtime\", method signature: \"exec(java.lang.String)\" } }"));
        return payloads.flatMap(payload -> LANGUAGES.stream().flatMap(language -> places(language, payload)));
    }

    private static Stream<String> places(String language, String payload) {
        var text = "<text>" + payload.replace("&", "&amp;").replace("<", "&lt;") + "</text>";
        var written = " expressionLanguage=\"" + language + "\">" + text;
        var table = file(TABLE);
        return Stream.of(
                table.replaceFirst("(<inputExpression [^>]*)>\\s*<text>.*?</text>", "$1" + quoted(written)),
                table.replaceFirst("(<inputEntry [^>]*)>\\s*<text>.*?</text>", "$1" + quoted(written)),
                table.replaceFirst("(<outputEntry [^>]*)>\\s*<text>.*?</text>", "$1" + quoted(written)),
                table.replaceFirst(
                        "(?s)<decisionTable .*</decisionTable>",
                        quoted("<literalExpression id=\"Literal\"" + written + "</literalExpression>")));
    }

    private static String quoted(String text) {
        return Matcher.quoteReplacement(text);
    }
}
