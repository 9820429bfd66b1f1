package com.guncai.backoffice.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.guncai.backoffice.journey.FlowerShop;
import com.guncai.backoffice.journey.MiniProgram;
import com.guncai.backoffice.sandbox.Sandbox;
import com.guncai.backoffice.testing.AtOnce;
import com.guncai.backoffice.testing.Engine;
import com.guncai.backoffice.testing.ProcessTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** One table says for every user task when it is due, when its group is reminded, when managers hear of it: each once. */
@ProcessTest
@Import(Engine.class)
class TaskDeadlinesTest {
    @LocalServerPort
    int port;

    @Autowired
    Engine engine;

    @Autowired
    TaskService tasks;

    @Autowired
    RepositoryService repository;

    @Autowired
    TaskDeadlineWatch watch;

    @Autowired
    Clock clock;

    @Autowired
    Sandbox sandbox;

    MiniProgram customer;
    String orderNo;

    @BeforeEach
    void anOrderIsPaid() {
        customer = MiniProgram.of(port, "135%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
        orderNo = customer.placesFlowers();
        engine.paid(customer, orderNo);
    }

    @AfterEach
    void theReleasesModelsAreInForce() {
        repository
                .createDeploymentQuery()
                .deploymentSource("test")
                .list()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @Test
    void aTaskIsDueAndLookedAtWhenTheTableSays() {
        var now = clock.instant();

        assertThat(task().getDueDate().toInstant())
                .isCloseTo(now.plus(30, ChronoUnit.MINUTES), within(1, ChronoUnit.MINUTES));
        assertThat(task().getFollowUpDate()).isEqualTo(task().getDueDate());
    }

    @Test
    void theGroupIsRemindedOnceAndManagersAreToldOnce() {
        advance(Duration.ofMinutes(29));
        assertThat(engine.messages(orderNo)).doesNotContain("DESK_TASK_OVERDUE");

        advance(Duration.ofMinutes(2));
        watch.look();
        assertThat(engine.messages(orderNo)).containsOnlyOnce("DESK_TASK_OVERDUE");
        assertThat(engine.messages(orderNo)).doesNotContain("DESK_TASK_ESCALATED");

        advance(Duration.ofMinutes(30));
        watch.look();
        assertThat(engine.messages(orderNo)).containsOnlyOnce("DESK_TASK_OVERDUE", "DESK_TASK_ESCALATED");

        advance(Duration.ofDays(2));
        assertThat(engine.messages(orderNo)).containsOnlyOnce("DESK_TASK_OVERDUE", "DESK_TASK_ESCALATED");
        assertThat(task().getFollowUpDate()).isNull();
    }

    @Test
    void aTaskThatIsDoneIsNobodysReminder() {
        engine.complete(engine.process(orderNo), "Task_PurchaseFlowers", FlowerShop.foundFor(customer));

        advance(Duration.ofMinutes(31));

        assertThat(engine.messages(orderNo)).doesNotContain("DESK_TASK_OVERDUE");
    }

    @Test
    void aTaskThatAManagerAddsHasADeadlineToo() throws Exception {
        var diagram = Files.readString(Path.of("processes/FlowerOrderProcess.bpmn"))
                .replace("id=\"Task_PurchaseFlowers\"", "id=\"Task_CallTheCustomer\"")
                .replace("\"Task_PurchaseFlowers\"", "\"Task_CallTheCustomer\"");
        repository
                .createDeployment()
                .source("test")
                .addString("FlowerOrderProcess.bpmn", diagram)
                .deploy();
        orderNo = customer.placesFlowers();
        engine.paid(customer, orderNo);

        assertThat(task().getTaskDefinitionKey()).isEqualTo("Task_CallTheCustomer");
        assertThat(task().getDueDate().toInstant())
                .isCloseTo(clock.instant().plus(4, ChronoUnit.HOURS), within(1, ChronoUnit.MINUTES));
        advance(Duration.ofHours(4).plusMinutes(1));
        assertThat(engine.messages(orderNo)).containsOnlyOnce("DESK_TASK_OVERDUE");
    }

    /** As many lookers as nodes and threads: of those who look at once, one reminds. */
    @Test
    void manyThatLookAtOnceRemindOnce() {
        sandbox.skip(Duration.ofMinutes(31));

        AtOnce.atOnce(Collections.nCopies(8, () -> {
            watch.look();
            return true;
        }));

        assertThat(engine.messages(orderNo)).containsOnlyOnce("DESK_TASK_OVERDUE");
        assertThat(task().getPriority()).isEqualTo(TaskDeadlineWatch.REMINDED);
    }

    private Task task() {
        return tasks.createTaskQuery().processInstanceBusinessKey(orderNo).singleResult();
    }

    /** No job is carried out, so that messages wait to be counted. */
    private void advance(Duration step) {
        sandbox.skip(step);
        watch.look();
    }
}
