package com.guncai.backoffice.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.journey.Clerk;
import com.guncai.backoffice.journey.MiniProgram;
import com.guncai.backoffice.testing.BackofficeTest;
import com.guncai.backoffice.testing.Json;
import java.io.InputStream;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A service is one package and its models: this one is placed, paid, worked at and completed, and nothing else knows of it. */
@BackofficeTest
@Import({InspectionService.class, InspectionController.class})
class NewServiceIT {
    @LocalServerPort
    int port;

    @Autowired
    RepositoryService repository;

    @Autowired
    IdentityService identity;

    MiniProgram customer;

    @BeforeEach
    void itsModelsAreDeployedAndItsDeskHasAClerk() {
        repository
                .createDeployment()
                .addInputStream("InspectionProcess.bpmn", model("InspectionProcess.bpmn"))
                .addInputStream("inspect-car.form", model("inspect-car.form"))
                .enableDuplicateFiltering(true)
                .deploy();
        if (identity.createUserQuery().userId("inspector").count() == 0) {
            var inspector = identity.newUser("inspector");
            inspector.setPassword("inspector");
            identity.saveUser(inspector);
            identity.createMembership("inspector", "inspection-desk");
        }
        customer = MiniProgram.of(port, "134%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
    }

    private static InputStream model(String file) {
        return NewServiceIT.class.getResourceAsStream("/inspection/" + file);
    }

    @Test
    void isPlacedPaidWorkedAtAndCompleted() {
        var placed = customer.api()
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/v1/inspection-orders", Map.of("plate", "桂A12345"))
                .is(201);
        var orderNo = placed.text("/orderNo");
        assertThat(placed.text("/service")).isEqualTo("INSPECTION");
        assertThat(placed.text("/details/plate")).isEqualTo("桂A12345");

        customer.pays(orderNo);
        assertThat(customer.timeline(orderNo)).endsWith("支付成功，正在办理");

        var clerk = new Clerk(port, "inspector");
        var task = clerk.awaitsTask(orderNo).get("id").asText();
        assertThat(new Clerk(port, "flower").task(orderNo)).as("another desk's").isEmpty();
        assertThat(clerk.card(task).is(200).text("/order/value")).contains("桂A12345");
        assertThat(clerk.rest()
                        .get("/engine-rest/task/" + task + "/deployed-form")
                        .is(200)
                        .body())
                .contains("passed");
        clerk.claims(task).is(204);
        clerk.completes(task, Map.of("passed", true)).is(204);

        assertThat(customer.status(orderNo)).isEqualTo("COMPLETED");
        assertThat(customer.timeline(orderNo)).contains("年检已办好");
    }

    @Test
    void standsInTheCatalogueAndInTheListOfOrders() {
        assertThat(Json.at(port).get("/api/v1/catalog").is(200).text("/inspectionPriceFen"))
                .isEqualTo("20000");
        assertThat(customer.api().get("/api/v1/orders?service=INSPECTION").status())
                .isEqualTo(200);
        assertThat(customer.api().get("/api/v1/orders?service=NO_SUCH").status())
                .isEqualTo(400);
    }
}
