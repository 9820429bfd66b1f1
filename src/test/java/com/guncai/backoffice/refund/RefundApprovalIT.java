package com.guncai.backoffice.refund;

import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.journey.Clerk;
import com.guncai.backoffice.journey.MiniProgram;
import com.guncai.backoffice.testing.BackofficeTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;

/** Managers say in a table who decides refunds; the next refund follows it. */
@BackofficeTest
class RefundApprovalIT {
    @LocalServerPort
    int port;

    @Autowired
    RepositoryService repository;

    MiniProgram customer;
    Clerk service;
    Clerk manager;

    @BeforeEach
    void meet() {
        customer = MiniProgram.of(port, "132%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
        service = new Clerk(port, "service");
        manager = new Clerk(port, "manager");
    }

    @AfterEach
    void backToTheRelease() {
        repository
                .createDeploymentQuery()
                .deploymentSource("Camunda Modeler")
                .list()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @Test
    void aTableThatAManagerDeployedDecidesOnTheNextRefund() throws IOException {
        var before = asked();
        assertThat(service.refundTask(before)).isPresent();

        assertThat(deployedBy("manager", "&gt; 300", "&gt; 100").value()).isEqualTo(200);
        var after = asked();

        var task = manager.refundTask(after).orElseThrow();
        service.claims(task.get("id").asText()).is(403);
        assertThat(task.get("taskDefinitionKey").asText()).isEqualTo("Task_DecideRefund");
        assertThat(service.refundTask(before)).as("what runs stays").isPresent();
    }

    @Test
    void aClerkMayNotChangeTheTable() throws IOException {
        assertThat(deployedBy("service", "&gt; 300", "&gt; 100").value()).isEqualTo(403);

        assertThat(service.refundTask(asked())).isPresent();
    }

    private String asked() {
        var orderNo = customer.placesFlowers();
        customer.pays(orderNo);
        customer.asksForRefund(orderNo, "不想要了").is(202);
        return orderNo;
    }

    /** As Camunda Modeler sends it. */
    private HttpStatusCode deployedBy(String user, String limit, String changed) throws IOException {
        var table = Files.readString(Path.of("processes", "RefundApproval.dmn"));
        assertThat(table).contains(limit);
        var form = new LinkedMultiValueMap<String, Object>();
        form.add("deployment-name", "RefundApproval");
        form.add("deployment-source", "Camunda Modeler");
        form.add(
                "RefundApproval.dmn",
                new ByteArrayResource(table.replace(limit, changed).getBytes(StandardCharsets.UTF_8)) {
                    @Override
                    public String getFilename() {
                        return "RefundApproval.dmn";
                    }
                });
        return RestClient.create("http://127.0.0.1:" + port)
                .post()
                .uri("/engine-rest/deployment/create")
                .headers(headers -> headers.setBasicAuth(user, user))
                .body(form)
                .exchange((request, answer) -> answer.getStatusCode());
    }
}
