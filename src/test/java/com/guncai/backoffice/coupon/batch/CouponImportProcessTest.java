package com.guncai.backoffice.coupon.batch;

import static com.guncai.backoffice.testing.AtOnce.atOnce;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import com.guncai.backoffice.journey.Clerk;
import com.guncai.backoffice.journey.Files;
import com.guncai.backoffice.testing.Engine;
import com.guncai.backoffice.testing.Json.Answer;
import com.guncai.backoffice.testing.ProcessTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the diagram of the import promises: each end event, and each step that runs again. */
@ProcessTest
@Import(Engine.class)
class CouponImportProcessTest {
    @LocalServerPort
    int port;

    @Autowired
    Engine engine;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    CodeImports imports;

    Clerk clerk;
    String first;
    String second;

    @BeforeEach
    void meet() {
        clerk = new Clerk(port, "coupon");
        first = "A" + System.nanoTime();
        second = "B" + System.nanoTime();
    }

    @Test
    void confirmedCodesAreInStockEncryptedAndNowhereElse() {
        var process = atConfirmation(line(first), line(second));
        assertThat(process).variables().containsOnlyKeys("orderNo", "couponProduct", "boughtBy");
        assertThat(task("Task_ConfirmImport", process)).hasCandidateGroup("coupon-desk");

        confirms(process, true).is(204);
        engine.run(process, "Task_ImportCodes");
        engine.run(process, "Task_ServeWaiting");

        assertThat(process).hasPassed("EndEvent_CodesImported").isEnded();
        Assertions.assertThat(imported(process)).isEqualTo(2);
        Assertions.assertThat(jdbc.queryForList("select code from coupon_code", String.class))
                .noneMatch(code -> code.contains(first));
        Assertions.assertThat(contentsKept(process)).isZero();
    }

    @Test
    void whatIsNotConfirmedIsForgotten() {
        var process = atConfirmation(line(first));

        confirms(process, false).is(204);

        assertThat(process).hasPassed("EndEvent_ImportDeclined").isEnded();
        Assertions.assertThat(imported(process)).isZero();
        Assertions.assertThat(contentsKept(process)).isZero();
    }

    @Test
    void aFileThatBreaksOffCanOnlyBeDeclined() {
        var process = atConfirmation(line(first), "\"" + second);

        Assertions.assertThat(confirms(process, true).body()).contains("文件有误，不能继续");
        confirms(process, false).is(204);

        assertThat(process).hasPassed("EndEvent_ImportDeclined").isEnded();
    }

    @Test
    void aCrashWhileImportingImportsNothingTwice() {
        var process = atConfirmation(line(first), line(second));
        confirms(process, true).is(204);

        engine.runAndCrash(process, "Task_ImportCodes");
        Assertions.assertThat(imported(process)).isZero();
        engine.run(process, "Task_ImportCodes");
        imports.importCodes(process.getBusinessKey());

        Assertions.assertThat(imported(process)).isEqualTo(2);
    }

    /** Neither knew the other's codes when it was read. */
    @Test
    void twoFilesWithTheSameCodeBringItOnce() {
        var one = atConfirmation(line(first));
        var other = atConfirmation(line(first), line(second));
        confirms(one, true).is(204);
        confirms(other, true).is(204);

        engine.run(one, "Task_ImportCodes");
        engine.run(other, "Task_ImportCodes");

        Assertions.assertThat(imported(one)).isOne();
        Assertions.assertThat(imported(other)).isOne();
        Assertions.assertThat(jdbc.queryForObject(
                        "select reason from coupon_batch_row where case_no = ? and outcome = 'BAD'",
                        String.class,
                        other.getBusinessKey()))
                .contains("以前导入过");
    }

    @Test
    void twoConfirmationsAtOnceAreOne() {
        var process = atConfirmation(line(first));

        Assertions.assertThat(atOnce(() -> confirms(process, true), () -> confirms(process, true)))
                .extracting(Answer::status)
                .containsOnlyOnce(204);
        engine.run(process, "Task_ImportCodes");
        Assertions.assertThat(imported(process)).isOne();
    }

    private ProcessInstance atConfirmation(String... lines) {
        var all = new ArrayList<>(List.of("券码,有效期至"));
        all.addAll(List.of(lines));
        var fields = Map.of("couponProduct", "movie-30", "boughtBy", "COMPANY");
        var form = Files.form("券码.csv", Files.csv(all.toArray(String[]::new)), fields);
        clerk.rest()
                .post("/engine-rest/process-definition/key/CouponImportProcess/submit-form", form)
                .is(200);
        var process = engine.process(jdbc.queryForObject(
                "select case_no from coupon_batch order by started_at desc, case_no desc limit 1", String.class));
        engine.run(process, "Task_ReadFile");
        assertThat(process).isWaitingAtExactly("Task_ConfirmImport");
        return process;
    }

    private Answer confirms(ProcessInstance process, boolean yes) {
        return clerk.completes(task("Task_ConfirmImport", process).getId(), Map.of("confirmed", yes));
    }

    private static String line(String code) {
        return code + ",2099-12-31";
    }

    private long imported(ProcessInstance process) {
        return count("select count(*) from coupon_code where import_no = ?", process);
    }

    private long contentsKept(ProcessInstance process) {
        return count("select count(content) from coupon_batch_row where case_no = ?", process);
    }

    private long count(String sql, ProcessInstance process) {
        var count = jdbc.queryForObject(sql, Long.class, process.getBusinessKey());
        return count == null ? 0 : count;
    }
}
