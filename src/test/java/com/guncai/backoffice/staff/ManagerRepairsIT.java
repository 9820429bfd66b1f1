package com.guncai.backoffice.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.guncai.backoffice.journey.Clerk;
import com.guncai.backoffice.journey.FlowerShop;
import com.guncai.backoffice.journey.MiniProgram;
import com.guncai.backoffice.testing.BackofficeTest;
import com.guncai.backoffice.testing.DrawnWrong;
import com.guncai.backoffice.testing.Json;
import com.guncai.backoffice.testing.Multipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A manager mends what a diagram did to a running order, without an administrator: deploys, moves the order, retries. */
@BackofficeTest
@Import(DrawnWrong.class)
class ManagerRepairsIT {
    private static final String KEY = "FlowerOrderProcess";

    @LocalServerPort
    int port;

    @Autowired
    DrawnWrong drawn;

    @Autowired
    RepositoryService repository;

    @AfterEach
    void backToTheRelease() {
        repository
                .createDeploymentQuery()
                .deploymentSource("Camunda Modeler")
                .list()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
        drawn.mend();
    }

    @Test
    void aConfirmedDeliveryArrivesWhenTheDiagramHasItsEventAgain() throws IOException {
        drawn.deafen(KEY, "DeliveryConfirmed");
        var customer = MiniProgram.of(port, "137%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
        var orderNo = customer.placesFlowers();
        customer.pays(orderNo);
        var clerk = new Clerk(port, "flower");
        clerk.completes(clerk.awaitsTask(orderNo).get("id").asText(), FlowerShop.foundFor(customer))
                .is(204);
        assertThat(customer.confirmsDelivery(orderNo).is(200).text("/status")).isEqualTo("ACCEPTED");

        var manager = Json.at(port).as("manager", "manager");
        var incident = incident(manager, orderNo);
        assertThat(incident).contains(orderNo, "DeliveryConfirmed", "迁移");
        var before = newest(manager);
        deploy(manager);
        move(manager, orderNo, before, newest(manager));
        manager.put("/engine-rest/job/" + job(manager, orderNo) + "/retries", Map.of("retries", 1))
                .is(204);

        await().until(() -> customer.status(orderNo).equals("COMPLETED"));
        assertThat(incident(manager, orderNo)).isEmpty();
    }

    private static String incident(Json manager, String orderNo) {
        var incidents = manager.get("/engine-rest/incident").is(200).json();
        return StreamSupport.stream(incidents.spliterator(), false)
                .map(incident -> incident.get("incidentMessage").asText())
                .filter(message -> message.contains(orderNo))
                .findFirst()
                .orElse("");
    }

    private static String job(Json manager, String orderNo) {
        var jobs = manager.get("/engine-rest/job?noRetriesLeft=true").is(200).json();
        return StreamSupport.stream(jobs.spliterator(), false)
                .filter(job -> job.get("exceptionMessage").asText().contains(orderNo))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asText();
    }

    private static String newest(Json manager) {
        return manager.get("/engine-rest/process-definition/key/" + KEY).is(200).text("/id");
    }

    private static void deploy(Json manager) throws IOException {
        var diagram = Files.readString(Path.of("processes", KEY + ".bpmn")).replace("name=\"跟进配送\"", "name=\"跟进送花\"");
        manager.post(
                        "/engine-rest/deployment/create",
                        new Multipart()
                                .field("deployment-name", KEY)
                                .field("deployment-source", "Camunda Modeler")
                                .file(
                                        KEY + ".bpmn",
                                        KEY + ".bpmn",
                                        "application/octet-stream",
                                        diagram.getBytes(StandardCharsets.UTF_8)))
                .is(200);
    }

    private static void move(Json manager, String orderNo, String from, String to) {
        var plan = manager.post(
                        "/engine-rest/migration/generate",
                        Map.of(
                                "sourceProcessDefinitionId",
                                from,
                                "targetProcessDefinitionId",
                                to,
                                "updateEventTriggers",
                                true))
                .is(200)
                .json();
        var instance = manager.get(
                        "/engine-rest/process-instance?processDefinitionKey=" + KEY + "&businessKey=" + orderNo)
                .is(200)
                .text("/0/id");
        manager.post(
                        "/engine-rest/migration/execute",
                        Map.of("migrationPlan", plan, "processInstanceIds", List.of(instance)))
                .is(204);
    }
}
