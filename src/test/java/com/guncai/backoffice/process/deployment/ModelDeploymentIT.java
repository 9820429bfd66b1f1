package com.guncai.backoffice.process.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.journey.Clerk;
import com.guncai.backoffice.journey.MiniProgram;
import com.guncai.backoffice.testing.BackofficeTest;
import com.guncai.backoffice.testing.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Managers change diagrams in Camunda Modeler; releases and restarts respect that. */
@BackofficeTest
class ModelDeploymentIT {
    private static final String KEY = "FlowerOrderProcess";

    @LocalServerPort
    int port;

    @Autowired
    RepositoryService repository;

    @Autowired
    ModelDeployment release;

    @AfterEach
    void backToTheRelease() {
        repository
                .createDeploymentQuery()
                .deploymentSource("Camunda Modeler")
                .list()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @Test
    void aRestartDoesNotDeployWhatHasNotChanged() throws IOException {
        var before = repository.createDeploymentQuery().count();

        release.run(new DefaultApplicationArguments());

        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @Test
    void aManagersDiagramIsWhatTheNextOrderFollowsAndRunningOnesStayOnTheirs() throws Exception {
        var customer = MiniProgram.of(port, "133%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
        var clerk = new Clerk(port, "flower");
        var running = customer.placesFlowers();
        customer.pays(running);
        clerk.awaitsTask(running);

        assertThat(deployAs("manager").statusCode()).isEqualTo(200);
        var next = customer.placesFlowers();
        customer.pays(next);

        assertThat(clerk.awaitsTask(running).get("name").asText()).isEqualTo("美团下单");
        assertThat(clerk.awaitsTask(next).get("name").asText()).isEqualTo("美团或饿了么下单");
        var task = clerk.awaitsTask(next).get("id").asText();
        assertThat(clerk.card(task).is(200).text("/order/value")).contains(next);
    }

    @Test
    void aRestartDoesNotOverrideTheManager() throws Exception {
        deployAs("manager");
        var version = newestVersion();

        release.run(new DefaultApplicationArguments());

        assertThat(newestVersion()).isEqualTo(version);
    }

    @Test
    void aClerkMayNotDeploy() throws Exception {
        var version = newestVersion();

        assertThat(deployAs("flower").statusCode()).isEqualTo(403);

        assertThat(newestVersion()).isEqualTo(version);
    }

    @Test
    void aWrongPasswordIsToldAsOne() throws Exception {
        // The engine lets nobody in by that name for a few seconds; the manager is needed by other tests.
        assertThat(deploy("review", "wrong", changed(), true).statusCode()).isEqualTo(401);
    }

    @Test
    void formsThatWereNotSentAlongAreThoseOfTheVersionBefore() throws Exception {
        assertThat(deploy("manager", "manager", changed(), false).statusCode()).isEqualTo(200);

        var customer = MiniProgram.of(port, "133%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
        var orderNo = customer.placesFlowers();
        customer.pays(orderNo);
        var clerk = new Clerk(port, "flower");
        var task = clerk.awaitsTask(orderNo);
        assertThat(task.get("name").asText()).isEqualTo("美团或饿了么下单");
        assertThat(clerk.rest()
                        .get("/engine-rest/task/" + task.get("id").asText() + "/deployed-form")
                        .is(200)
                        .body())
                .contains("shopFound");
    }

    @ParameterizedTest
    @CsvSource({
        "camunda:candidateGroups=\"flower-desk\", camunda:candidateGroups=\"flower-dsk\", 「美团下单」(Task_PurchaseFlowers)的候选组 flower-dsk 不存在",
        "${flowerOrderProcess.complete(, ${flowerOrderProces.complete(, 表达式 ${flowerOrderProces.complete(orderNo",
        "${payment.uploadShipping(orderNo)}, ${payment.uploadShipping()}, payment.uploadShipping（0 个参数）找不到对应的功能",
        "${payment.uploadShipping(orderNo)}, ${payment.uploadShipping(payment.none(orderNo))}, payment.none（1 个参数）找不到对应的功能",
        "${payment.uploadShipping(orderNo)}, ${payment.uploadShipping(orderNo}, 表达式 ${payment.uploadShipping(orderNo} 写得不对",
        "camunda:formRef=\"purchase-flowers\", camunda:formRef=\"buy\", 「美团下单」(Task_PurchaseFlowers)的表单 buy.form 没有一起部署"
    })
    void aDiagramThatWouldLoseOrdersIsRefusedInTheManagersWords(String right, String wrong, String told)
            throws Exception {
        var version = newestVersion();

        var answer = deploy("manager", "manager", diagram().replace(right, wrong), false);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("不能部署", told);
        assertThat(newestVersion()).isEqualTo(version);
    }

    @Test
    void aManagerCannotDeleteWhatOrdersRunBy() throws Exception {
        deployAs("manager");
        var deployment = repository
                .createDeploymentQuery()
                .deploymentSource("Camunda Modeler")
                .list()
                .get(0);

        assertThat(Json.at(port)
                        .as("manager", "manager")
                        .delete("/engine-rest/deployment/" + deployment.getId() + "?cascade=true")
                        .status())
                .isEqualTo(403);
    }

    private int newestVersion() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(KEY)
                .latestVersion()
                .singleResult()
                .getVersion();
    }

    private static String diagram() throws IOException {
        return Files.readString(Path.of("processes", KEY + ".bpmn"));
    }

    private static String changed() throws IOException {
        return diagram().replace("name=\"美团下单\"", "name=\"美团或饿了么下单\"");
    }

    private HttpResponse<String> deployAs(String user) throws IOException, InterruptedException {
        return deploy(user, user, changed(), true);
    }

    /** As Camunda Modeler sends it: multipart with the diagram and its forms. */
    private HttpResponse<String> deploy(String user, String password, String diagram, boolean withForms)
            throws IOException, InterruptedException {
        var body = new ByteArrayOutputStream();
        for (var field : Map.of("deployment-name", KEY, "deployment-source", "Camunda Modeler")
                .entrySet()) {
            part(body, field.getKey(), null, field.getValue());
        }
        part(body, KEY + ".bpmn", KEY + ".bpmn", diagram);
        try (var forms = Files.list(Path.of("forms"))) {
            for (var form : forms.filter(path -> withForms && path.toString().endsWith(".form"))
                    .toList()) {
                var name = form.getFileName().toString();
                part(body, name, name, Files.readString(form));
            }
        }
        body.writeBytes("--modeler--\r\n".getBytes(StandardCharsets.UTF_8));
        var credentials = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        URI.create("http://127.0.0.1:" + port + "/engine-rest/deployment/create"))
                                .header("Authorization", "Basic " + credentials)
                                .header("Content-Type", "multipart/form-data; boundary=modeler")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static void part(ByteArrayOutputStream body, String name, String file, String content) {
        var disposition = "Content-Disposition: form-data; name=\"" + name + "\""
                + (file == null ? "" : "; filename=\"" + file + "\"\r\nContent-Type: application/octet-stream");
        body.writeBytes(
                ("--modeler\r\n" + disposition + "\r\n\r\n" + content + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
}
