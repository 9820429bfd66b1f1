package com.guncai.backoffice.coupon.batch;

import static com.guncai.backoffice.testing.AtOnce.atOnce;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import com.guncai.backoffice.journey.Clerk;
import com.guncai.backoffice.journey.Files;
import com.guncai.backoffice.testing.Engine;
import com.guncai.backoffice.testing.Json;
import com.guncai.backoffice.testing.Json.Answer;
import com.guncai.backoffice.testing.ProcessTest;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the diagram of the issue promises: each end event, each way back, each step that runs again. */
@ProcessTest
@Import(Engine.class)
class CouponIssueProcessTest {
    private static final String[] TWO = {"手机号", "13800000001", "13800000002"};

    @LocalServerPort
    int port;

    @Autowired
    Engine engine;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    CouponIssues issues;

    @Autowired
    BatchRepository batches;

    Clerk clerk;
    Clerk manager;
    String caseNo;

    @BeforeEach
    void meet() {
        clerk = new Clerk(port, "coupon");
        manager = new Clerk(port, "manager");
    }

    @Test
    void theFileIsGoneBeforeTheFirstSavePoint() {
        var process = start("fuel-50", Map.of(), TWO);

        assertThat(process).isWaitingAtExactly("Task_ReadFile");
        assertThat(process).variables().containsOnlyKeys("orderNo", "batchNo", "couponProduct");
        Assertions.assertThat(
                        jdbc.queryForList("select name_ from act_ge_bytearray where name_ = 'file'", String.class))
                .isEmpty();
    }

    @Test
    void anApprovedListIsIssuedAndItsOwnersAreTold() {
        var process = atApproval("fuel-50", TWO);
        assertThat(task("Task_ApproveIssue", process)).hasCandidateGroup("managers");
        Assertions.assertThat(engine.messages(caseNo)).containsExactly("DESK_BATCH_TO_APPROVE");

        approves(process, true).is(204);
        engine.run(process, "Task_IssueCoupons");
        engine.run(process, "Task_TellOwners");

        assertThat(process).hasPassed("Task_TellDone", "EndEvent_CouponsIssued").isEnded();
        Assertions.assertThat(coupons()).isEqualTo(2);
        Assertions.assertThat(engine.messages(caseNo)).contains("DESK_BATCH_DONE");
        Assertions.assertThat(numbersKept()).isZero();
    }

    @Test
    void aDeclinedListIsForgotten() {
        var process = atApproval("fuel-50", TWO);

        approves(process, false).is(204);

        assertThat(process)
                .hasPassed("Task_TellDeclined", "EndEvent_IssueDeclined")
                .isEnded();
        Assertions.assertThat(coupons()).isZero();
        Assertions.assertThat(numbersKept()).isZero();
    }

    @Test
    void aFileThatBreaksOffCanOnlyBeDeclined() {
        var process = atApproval("fuel-50", "手机号", "13800000001", "\"1380000");

        Assertions.assertThat(card(process)).contains("文件读到一半出错了");
        Assertions.assertThat(approves(process, true).body()).contains("文件有误，不能继续");
        assertThat(process).isWaitingAt("Task_ApproveIssue");
        approves(process, false).is(204);
        assertThat(process).hasPassed("EndEvent_IssueDeclined").isEnded();
    }

    /** What is brought along at the start would be the answer of a manager who gives none. */
    @Test
    void anApprovalThatCameWithTheFileIsRefusedAndNoneIsNone() {
        Assertions.assertThat(submits("PICC-" + System.nanoTime(), "fuel-50", Map.of("approved", true), TWO)
                        .is(400)
                        .body())
                .contains("表单没有这些内容：approved");

        var process = atApproval("fuel-50", TWO);
        Assertions.assertThat(completes(process, Map.of()).body()).contains("请选择“是”或“否”");

        assertThat(process).isWaitingAt("Task_ApproveIssue");
    }

    @Test
    void codesThatRanShortAfterTheApprovalBringItBackToBeApprovedAnew() {
        var sandbox = Json.at(port);
        sandbox.delete("/sandbox/codes").is(204);
        sandbox.post("/sandbox/codes", Map.of("count", 2)).is(201);
        var process = atApproval("movie-30", TWO);
        approves(process, true).is(204);
        sandbox.delete("/sandbox/codes").is(204);

        engine.run(process, "Task_IssueCoupons");

        assertThat(process).isWaitingAtExactly("Task_ApproveIssue");
        Assertions.assertThat(completes(process, Map.of()).body())
                .as("the earlier approval counts no more")
                .contains("请选择“是”或“否”");
        Assertions.assertThat(approves(process, true).body()).contains("可发库存只有 0 张");
        sandbox.post("/sandbox/codes", Map.of("count", 2)).is(201);
        approves(process, true).is(204);
        engine.run(process, "Task_IssueCoupons");
        assertThat(process).isWaitingAt("Task_TellOwners");
        Assertions.assertThat(coupons()).isEqualTo(2);
    }

    @Test
    void whoApprovesReadsWhichPhonesGotTheSameCouponByWhichBatch() {
        var phones = new String[] {"手机号", "13700000001", "13700000002", "13700000003"};
        issued("fuel-50", phones);
        var first = batchNo();
        declined("fuel-50", phones);
        issued("paint-50", phones);

        var process = atApproval("fuel-50", "手机号,数量", "13700000001,2", "13700000003,1", "13700000004,1");

        Assertions.assertThat(card(process))
                .containsPattern("\"repeated\":\"其中 2 个手机号在批次 " + first + "（[^\"]+已领过同一种券\"");
        approves(process, true).is(204);
        engine.run(process, "Task_IssueCoupons");
        Assertions.assertThat(coupons()).as("it is asked, not refused").isEqualTo(4);
    }

    @Test
    void twoListsThatWaitForApprovalNameEachOther() {
        var first = atApproval("fuel-50", "手机号", "13600000001");
        var second = atApproval("fuel-50", "手机号", "13600000001");

        Assertions.assertThat(card(second)).contains("其中 1 个手机号在批次", "也在等待审批");
        Assertions.assertThat(card(first)).contains("其中 1 个手机号在批次 " + batchNo());
    }

    private void issued(String product, String... lines) {
        var process = atApproval(product, lines);
        approves(process, true).is(204);
        engine.run(process, "Task_IssueCoupons");
    }

    private void declined(String product, String... lines) {
        approves(atApproval(product, lines), false).is(204);
    }

    private String batchNo() {
        return jdbc.queryForObject("select batch_no from coupon_batch where case_no = ?", String.class, caseNo);
    }

    @Test
    void aCrashWhileIssuingIssuesNothingTwice() {
        var process = atApproval("fuel-50", "手机号,数量", "13800000001,3", "13800000002,1");
        approves(process, true).is(204);

        engine.runAndCrash(process, "Task_IssueCoupons");
        Assertions.assertThat(coupons()).isZero();
        engine.run(process, "Task_IssueCoupons");
        Assertions.assertThat(issues.issue(caseNo)).as("once more").isTrue();

        Assertions.assertThat(coupons()).isEqualTo(4);
    }

    @Test
    void aCrashWhileReadingReadsFromTheStart() {
        var process = start("fuel-50", Map.of(), TWO);

        engine.runAndCrash(process, "Task_ReadFile");
        engine.run(process, "Task_ReadFile");

        Assertions.assertThat(card(process)).contains("\"total\":\"2 行\"", "\"good\":\"2 行\"");
    }

    @Test
    void twoApprovalsAtOnceAreOne() {
        var process = atApproval("fuel-50", TWO);
        var answers = atOnce(() -> approves(process, true), () -> approves(process, true));

        Assertions.assertThat(answers).extracting(Answer::status).containsOnlyOnce(204);
        engine.run(process, "Task_IssueCoupons");
        Assertions.assertThat(coupons()).isEqualTo(2);
    }

    @Test
    void whoCouldNotBeToldIsToldInTheNextRound() {
        var process = atApproval("fuel-50", TWO);
        approves(process, true).is(204);
        engine.run(process, "Task_IssueCoupons");
        var fault = Map.of("target", "sms", "fault", "refuse", "code", "isv.BUSINESS_LIMIT_CONTROL", "times", 1);
        Json.at(port).post("/sandbox/faults", fault).is(200);

        engine.run(process, "Task_TellOwners");
        assertThat(process).isWaitingAtExactly("IntermediateEvent_PauseOver");
        engine.run(process, "IntermediateEvent_PauseOver");
        engine.run(process, "Task_TellOwners");

        assertThat(process).hasPassed("EndEvent_CouponsIssued").isEnded();
        for (var phone : new String[] {TWO[1], TWO[2]}) {
            Assertions.assertThat(
                            Json.at(port).get("/sandbox/sms?phone=" + phone).body())
                    .contains("SMS_CUSTOMER_COUPONS_ISSUED");
        }
    }

    private ProcessInstance atApproval(String product, String... lines) {
        var process = start(product, Map.of(), lines);
        engine.run(process, "Task_ReadFile");
        assertThat(process).isWaitingAtExactly("Task_ApproveIssue");
        return process;
    }

    private ProcessInstance start(String product, Map<String, Object> more, String... lines) {
        var batch = "PICC-" + System.nanoTime();
        submits(batch, product, more, lines).is(200);
        caseNo = batches.findByClaimedNo(batch).orElseThrow().caseNo();
        return engine.process(caseNo);
    }

    private Answer submits(String batch, String product, Map<String, Object> more, String... lines) {
        var form = Files.form("名单.csv", Files.csv(lines), Map.of("couponProduct", product, "batchNo", batch));
        var variables = new HashMap<>((Map<String, Object>) form.get("variables"));
        more.forEach((name, value) -> variables.put(name, Map.of("value", value)));
        return clerk.rest()
                .post(
                        "/engine-rest/process-definition/key/CouponIssueProcess/submit-form",
                        Map.of("variables", variables));
    }

    private Answer approves(ProcessInstance process, boolean yes) {
        return completes(process, Map.of("approved", yes));
    }

    private Answer completes(ProcessInstance process, Map<String, Object> answers) {
        return manager.completes(task("Task_ApproveIssue", process).getId(), answers);
    }

    private String card(ProcessInstance process) {
        return manager.card(task("Task_ApproveIssue", process).getId()).is(200).text("/order/value");
    }

    private long coupons() {
        return count("select count(*) from coupon where batch_case_no = ?");
    }

    private long numbersKept() {
        return count("select count(content) from coupon_batch_row where case_no = ?");
    }

    private long count(String sql) {
        var count = jdbc.queryForObject(sql, Long.class, caseNo);
        return count == null ? 0 : count;
    }
}
