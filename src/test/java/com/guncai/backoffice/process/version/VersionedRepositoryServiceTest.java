package com.guncai.backoffice.process.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files are compared with what is in force, as Camunda Modeler sends them: filtered, and changed ones only. */
class VersionedRepositoryServiceTest {
    private static ProcessEngine engine;
    private static RepositoryService repository;
    private static ModelChanges changes = mock();

    @BeforeAll
    static void anEngine() {
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setJdbcUrl("jdbc:h2:mem:versions" + System.nanoTime());
        configuration.setDatabaseSchemaUpdate("create-drop");
        configuration.setRepositoryService(new VersionedRepositoryService(() -> changes));
        configuration.setEnforceHistoryTimeToLive(false);
        configuration.setMetricsEnabled(false);
        engine = configuration.buildProcessEngine();
        repository = engine.getRepositoryService();
    }

    @BeforeEach
    void noVersions() {
        changes = mock();
        repository.createDeploymentQuery().list().forEach(each -> repository.deleteDeployment(each.getId(), true));
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @Test
    void theEarlierFileComesBackIntoForce() {
        deploys("X.bpmn", diagram("下单"), "buy.form", form("one"));
        deploys("X.bpmn", diagram("下单两次"), "buy.form", form("one"));

        deploys("X.bpmn", diagram("下单"), "buy.form", form("one"));

        assertThat(newest().getVersion()).isEqualTo(3);
        assertThat(file("X.bpmn")).isEqualTo(diagram("下单"));
        assertThat(file("buy.form")).isEqualTo(form("one"));
    }

    @Test
    void whatIsInForceMakesNoVersionAndTheAnswerSaysSo() {
        deploys("X.bpmn", diagram("下单"), "buy.form", form("one"));

        var answer = deploys("X.bpmn", diagram("下单").replace("\n", "\r\n"), "buy.form", form("one") + "\n");

        assertThat(newest().getVersion()).isEqualTo(1);
        assertThat(answer.getName()).isEqualTo("没有变化：“鲜花”第 1 版就是这一份，正在使用");
        assertThat(answer.getId()).isEqualTo(newest().getDeploymentId());
        verify(changes).unchanged(any(), eq("X.bpmn、buy.form"), contains("没有变化"));
    }

    @Test
    void aFormAloneTakesTheDiagramInForceAlong() {
        deploys("X.bpmn", diagram("下单"), "buy.form", form("one"));

        deploys("buy.form", form("two"));

        assertThat(newest().getVersion()).isEqualTo(2);
        assertThat(file("X.bpmn")).isEqualTo(diagram("下单"));
        assertThat(file("buy.form")).isEqualTo(form("two"));
    }

    @Test
    void aFormAloneThatIsInForceChangesNothing() {
        deploys("X.bpmn", diagram("下单"), "buy.form", form("one"));

        assertThat(deploys("buy.form", form("one")).getName()).startsWith("没有变化：“鲜花”第 1 版");

        assertThat(newest().getVersion()).isEqualTo(1);
    }

    @Test
    void aFormThatNoDiagramShowsIsRefused() {
        deploys("X.bpmn", diagram("下单"), "buy.form", form("one"));

        assertThatThrownBy(() -> deploys("other.form", form("one")))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessage("不能部署：表单 other.form 没有任何流程图使用，没有部署；请和使用它的流程图一起部署。");

        verify(changes).refused(any(), eq("other.form"), any());
    }

    @Test
    void theChangedFormOfAnUnchangedDiagramMakesAVersionWithBoth() {
        deploys("X.bpmn", diagram("下单"), "buy.form", form("one"));

        deploys("X.bpmn", diagram("下单"), "buy.form", form("two"));

        assertThat(newest().getVersion()).isEqualTo(2);
        assertThat(file("buy.form")).isEqualTo(form("two"));
    }

    @Test
    void backWithTheDiagramOnlyBringsBackItsForms() {
        deploys("X.bpmn", diagram("下单"), "buy.form", form("one"));
        deploys("X.bpmn", diagram("下单两次"), "buy.form", form("two"));

        deploys("X.bpmn", diagram("下单"));

        assertThat(newest().getVersion()).isEqualTo(3);
        assertThat(file("buy.form")).isEqualTo(form("one"));
    }

    @Test
    void aNewDiagramWithoutItsFormsTakesThoseInForce() {
        deploys("X.bpmn", diagram("下单"), "buy.form", form("one"));
        deploys("X.bpmn", diagram("下单"), "buy.form", form("two"));

        deploys("X.bpmn", diagram("下单三次"));

        assertThat(newest().getVersion()).isEqualTo(3);
        assertThat(file("buy.form")).isEqualTo(form("two"));
    }

    @Test
    void theEarlierTableComesBackIntoForce() {
        deploys("T.dmn", table("30"));
        deploys("T.dmn", table("45"));
        deploys("T.dmn", table("30"));

        assertThat(deploys("T.dmn", table("30")).getName()).isEqualTo("没有变化：“时限”第 3 版就是这一份，正在使用");

        var newest = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey("T")
                .latestVersion()
                .singleResult();
        assertThat(newest.getVersion()).isEqualTo(3);
    }

    @Test
    void whoeverDoesNotAskForTheFilterGetsANewVersion() {
        deploys("T.dmn", table("30"));

        repository.createDeployment().addString("T.dmn", table("30")).deploy();

        assertThat(repository.createDecisionDefinitionQuery().count()).isEqualTo(2);
    }

    private DeploymentWithDefinitions deploys(String... files) {
        var builder = repository
                .createDeployment()
                .name("鲜花")
                .source("Camunda Modeler")
                .enableDuplicateFiltering(true);
        for (int i = 0; i < files.length; i += 2) {
            builder.addString(files[i], files[i + 1]);
        }
        return builder.deployWithResult();
    }

    private ProcessDefinition newest() {
        return repository.createProcessDefinitionQuery().latestVersion().singleResult();
    }

    private String file(String name) {
        try (var content = repository.getResourceAsStream(newest().getDeploymentId(), name)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String form(String text) {
        return "{\"id\": \"buy\", \"type\": \"default\", \"components\": [], \"text\": \"" + text + "\"}";
    }

    private static String diagram(String task) {
        return """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
                  <process id="X" name="鲜花" isExecutable="true">
                    <startEvent id="s" />
                    <sequenceFlow id="f" sourceRef="s" targetRef="t" />
                    <userTask id="t" name="%s" camunda:formRef="buy" camunda:formRefBinding="deployment" />
                  </process>
                </definitions>
                """
                .formatted(task);
    }

    private static String table(String minutes) {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="test">
                  <decision id="T" name="时限">
                    <decisionTable id="g"><output id="o" name="minutes" typeRef="integer" />
                      <rule id="r"><outputEntry id="e"><text>%s</text></outputEntry></rule>
                    </decisionTable>
                  </decision>
                </definitions>
                """
                .formatted(minutes);
    }
}
