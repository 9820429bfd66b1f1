package com.guncai.backoffice.coupon.batch;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import com.guncai.backoffice.journey.Clerk;
import com.guncai.backoffice.journey.Files;
import com.guncai.backoffice.testing.Engine;
import com.guncai.backoffice.testing.Json.Answer;
import com.guncai.backoffice.testing.ProcessTest;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** A list of the desk on its way through the issue, its manager, and what the tables say of it. */
@ProcessTest
@Import(Engine.class)
abstract class CouponIssueFixture {
    static final String[] TWO = {"手机号", "13800000001", "13800000002"};

    @LocalServerPort
    int port;

    @Autowired
    Engine engine;

    @Autowired
    JdbcTemplate jdbc;

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

    ProcessInstance atApproval(String product, String... lines) {
        var process = start(product, lines);
        engine.run(process, "Task_ReadFile");
        assertThat(process).isWaitingAtExactly("Task_ApproveIssue");
        return process;
    }

    ProcessInstance start(String product, String... lines) {
        var batch = "PICC-" + System.nanoTime();
        submits(batch, product, Map.of(), lines).is(200);
        caseNo = batches.findByClaimedNo(batch).orElseThrow().caseNo();
        return engine.process(caseNo);
    }

    Answer submits(String batch, String product, Map<String, Object> more, String... lines) {
        var form = Files.form("名单.csv", Files.csv(lines), Map.of("couponProduct", product, "batchNo", batch));
        var variables = new HashMap<>((Map<String, Object>) form.get("variables"));
        more.forEach((name, value) -> variables.put(name, Map.of("value", value)));
        return clerk.rest()
                .post(
                        "/engine-rest/process-definition/key/CouponIssueProcess/submit-form",
                        Map.of("variables", variables));
    }

    Answer approves(ProcessInstance process, boolean yes) {
        return completes(process, Map.of("approved", yes));
    }

    Answer completes(ProcessInstance process, Map<String, Object> answers) {
        return manager.completes(task("Task_ApproveIssue", process).getId(), answers);
    }

    String card(ProcessInstance process) {
        return manager.card(task("Task_ApproveIssue", process).getId()).is(200).text("/order/value");
    }

    long coupons() {
        return count("select count(*) from coupon where batch_case_no = ?");
    }

    long count(String sql) {
        var count = jdbc.queryForObject(sql, Long.class, caseNo);
        return count == null ? 0 : count;
    }
}
