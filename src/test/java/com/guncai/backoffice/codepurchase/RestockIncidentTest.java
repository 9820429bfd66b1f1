package com.guncai.backoffice.codepurchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guncai.backoffice.testing.Json;
import com.guncai.backoffice.testing.ProcessTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A table that does not say for how many days to buy stops the case where managers see it, instead of buying nothing. */
@ProcessTest
class RestockIncidentTest {
    @LocalServerPort
    int port;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService jobs;

    String deployment;

    /** A diagram of a manager that asks a table of their own, which nobody checks. */
    @BeforeEach
    void nothingIsInStockAndTheTableIsWrong() throws IOException {
        Json.at(port).delete("/sandbox/codes").is(204);
        var diagram = model("CouponStockProcess.bpmn").replace("\"CodeRestock\"", "\"HolidayRestock\"");
        var table = model("CodeRestock.dmn")
                .replace("id=\"CodeRestock\" name=\"采购时机\"", "id=\"HolidayRestock\" name=\"节日采购\"")
                .replace("dmnElementRef=\"CodeRestock\"", "dmnElementRef=\"HolidayRestock\"")
                .replace(">30<", ">三十<");
        deployment = repository
                .createDeployment()
                .addString("CouponStockProcess.bpmn", diagram)
                .addString("HolidayRestock.dmn", table)
                .deploy()
                .getId();
    }

    @AfterEach
    void backToTheRelease() {
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void aTableThatDoesNotSayHowMuchToBuyIsAnIncidentAtOnce() {
        jobs.executeJob(waitingAt("StartEvent_NewDay").getId());
        var review = waitingAt("Task_ServeWaiting");

        assertThatThrownBy(() -> jobs.executeJob(review.getId())).hasMessageContaining("movie-30");

        assertThat(runtime.createIncidentQuery()
                        .processInstanceId(review.getProcessInstanceId())
                        .list())
                .singleElement()
                .extracting(Incident::getIncidentMessage)
                .asString()
                .contains("“采购时机”表没有说 movie-30 要买几天的量");
    }

    private Job waitingAt(String activity) {
        return jobs.createJobQuery()
                .processDefinitionKey("CouponStockProcess")
                .activityId(activity)
                .singleResult();
    }

    private static String model(String file) throws IOException {
        return Files.readString(Path.of("processes", file));
    }
}
