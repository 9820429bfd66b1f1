package com.guncai.backoffice.codepurchase;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import com.guncai.backoffice.testing.Engine;
import com.guncai.backoffice.testing.Json;
import com.guncai.backoffice.testing.ProcessTest;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the diagram of the stock's care promises: each end event and each timer. */
@ProcessTest
@Import(Engine.class)
class CouponStockProcessTest {
    @LocalServerPort
    int port;

    @Autowired
    Engine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService jobs;

    @Autowired
    HistoryService history;

    @Autowired
    JdbcTemplate jdbc;

    Json sandbox;

    @BeforeEach
    void nothingIsInStockAndNothingOnItsWay() {
        sandbox = Json.at(port);
        sandbox.delete("/sandbox/codes").is(204);
        jdbc.update("update purchase_order set open_for = null, closed_at = raised_at");
        running().forEach(process -> runtime.deleteProcessInstance(process.getId(), "test"));
    }

    @Test
    void everyMorningAtNineTheStockIsLookedAt() {
        var timer = jobs.createJobQuery()
                .processDefinitionKey("CouponStockProcess")
                .activityId("StartEvent_NewDay")
                .singleResult();
        Assertions.assertThat(timer.getDuedate().toInstant().toString()).endsWith("T01:00:00Z"); // 09:00 in Shanghai

        var before = timesAt("EndEvent_ReviewStarted");
        jobs.executeJob(timer.getId());

        Assertions.assertThat(running()).hasSize(1);
        Assertions.assertThat(timesAt("EndEvent_ReviewStarted")).isEqualTo(before + 1);
    }

    @Test
    void codesWithLessThanAMonthLeftAreDiscarded() {
        var now = OffsetDateTime.parse(sandbox.get("/sandbox/clock").text("/now"));
        stock(3, now.plusMonths(1).minusDays(1));
        stock(2, now.plusMonths(2));
        var before = inState("DISCARDED");

        everyMorning();

        Assertions.assertThat(inState("DISCARDED")).isEqualTo(before + 3);
        Assertions.assertThat(inState("IN_STOCK")).isEqualTo(2);
    }

    @Test
    void whatLastsLongEnoughIsNotBought() {
        stock(5000, null);

        var review = everyMorning();

        assertThat(review).hasPassed("EndEvent_StockSuffices").isEnded();
        Assertions.assertThat(running()).isEmpty();
    }

    @Test
    void whatRunsLowIsBoughtInStepsOfFiveThousandYuan() {
        everyMorning();

        var purchase = running().get(0);
        assertThat(purchase)
                .hasPassed("Task_ServeWaiting", "Task_DecideRestock", "Task_TellDesk")
                .isWaitingAtExactly("Task_BuyCodes");
        assertThat(task("Task_BuyCodes", purchase)).hasCandidateGroup("coupon-desk");
        var number = purchaseNo(purchase);
        Assertions.assertThat(engine.messages(number)).containsExactly("DESK_CODES_LOW");
        Assertions.assertThat(jdbc.queryForObject(
                        "select proposed * 3000 from purchase_order where purchase_no = ?", Long.class, number))
                .isGreaterThanOrEqualTo(500_000);
    }

    @Test
    void nobodyIsAskedTwiceForTheSame() {
        everyMorning();

        var again = everyMorning();

        assertThat(again).hasPassed("EndEvent_PurchaseUnderWay").isEnded();
        Assertions.assertThat(running()).hasSize(1);
    }

    @Test
    void whatIsOnItsWayCounts() {
        var purchase = raised();
        engine.complete(purchase, "Task_BuyCodes", answers("5000", "15000.00", "CG-1"));
        assertThat(purchase)
                .hasPassed("Task_RecordPurchase", "EndEvent_CodesOrdered")
                .isEnded();

        everyMorning();

        Assertions.assertThat(running()).isEmpty();
    }

    @Test
    void withoutAnAnswerWhatWasProposedIsOrdered() {
        var purchase = raised();
        var number = purchaseNo(purchase);

        engine.complete(purchase, "Task_BuyCodes", Map.of());

        Assertions.assertThat(jdbc.queryForObject(
                        "select quantity - proposed from purchase_order where purchase_no = ?", Long.class, number))
                .isZero();
    }

    @Test
    void aQuantityThatIsNoneKeepsTheTask() {
        var purchase = raised();

        assertThatThrownBy(() -> engine.complete(purchase, "Task_BuyCodes", answers("一百", "", "")))
                .hasMessageContaining("采购数量");

        assertThat(purchase).isWaitingAtExactly("Task_BuyCodes");
    }

    @Test
    void codesThatDoNotComeAreBoughtAgain() {
        engine.complete(raised(), "Task_BuyCodes", Map.of());
        jdbc.update(
                "update purchase_order set expected_on = expected_on - interval '30' day where open_for is not null");

        everyMorning();

        Assertions.assertThat(running()).hasSize(1);
    }

    @Test
    void aDeskThatDoesNotBuyIsRemindedAfterADay() {
        var purchase = raised();

        engine.look("Task_BuyCodes", purchase);

        assertThat(purchase).isWaitingAtExactly("Task_BuyCodes");
        Assertions.assertThat(engine.messages(purchaseNo(purchase))).contains("DESK_TASK_OVERDUE");
    }

    private ProcessInstance raised() {
        everyMorning();
        return running().get(0);
    }

    /** Answers the review of the one product that has codes. */
    private ProcessInstance everyMorning() {
        jobs.executeJob(job("StartEvent_NewDay").getId());
        var review = job("Task_ServeWaiting").getProcessInstanceId();
        var process =
                runtime.createProcessInstanceQuery().processInstanceId(review).singleResult();
        engine.run(process, "Task_ServeWaiting");
        return process;
    }

    private Job job(String activity) {
        return jobs.createJobQuery()
                .processDefinitionKey("CouponStockProcess")
                .activityId(activity)
                .singleResult();
    }

    private long timesAt(String activity) {
        return history.createHistoricActivityInstanceQuery()
                .processDefinitionId(jobs.createJobDefinitionQuery()
                        .processDefinitionKey("CouponStockProcess")
                        .activityIdIn("StartEvent_NewDay")
                        .singleResult()
                        .getProcessDefinitionId())
                .activityId(activity)
                .finished()
                .count();
    }

    private List<ProcessInstance> running() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("CouponStockProcess")
                .list();
    }

    private String purchaseNo(ProcessInstance purchase) {
        return (String) runtime.getVariable(purchase.getId(), "orderNo");
    }

    private long inState(String state) {
        var count = jdbc.queryForObject("select count(*) from coupon_code where state = ?", Long.class, state);
        return count == null ? 0 : count;
    }

    private void stock(int count, OffsetDateTime validUntil) {
        var wanted = new HashMap<String, Object>(Map.of("count", count));
        if (validUntil != null) {
            wanted.put("validUntil", validUntil.toInstant().toString());
        }
        sandbox.post("/sandbox/codes", wanted).is(201);
    }

    private static Map<String, Object> answers(String quantity, String costYuan, String number) {
        return Map.of("orderedQuantity", quantity, "purchaseCostYuan", costYuan, "purchaseOrderNo", number);
    }
}
