package com.guncai.backoffice.coupon.batch;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import com.guncai.backoffice.testing.Json;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the diagram of the issue promises: each end event, each way back, each step that runs again. */
class CouponIssueProcessTest extends CouponIssueFixture {
    @Autowired
    CouponIssues issues;

    @Test
    void theFileIsGoneBeforeTheFirstSavePoint() {
        var process = start("fuel-50", TWO);

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
        var process = start("fuel-50", TWO);

        engine.runAndCrash(process, "Task_ReadFile");
        engine.run(process, "Task_ReadFile");

        Assertions.assertThat(card(process)).contains("\"total\":\"2 行\"", "\"good\":\"2 行\"");
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

    private long numbersKept() {
        return count("select count(content) from coupon_batch_row where case_no = ?");
    }
}
