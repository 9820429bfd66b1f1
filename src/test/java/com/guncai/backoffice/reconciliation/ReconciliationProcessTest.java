package com.guncai.backoffice.reconciliation;

import static com.guncai.backoffice.reconciliation.DifferenceKind.PAYMENT_WITHOUT_LINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import com.guncai.backoffice.reconciliation.Difference.Resolution;
import com.guncai.backoffice.reconciliation.Difference.State;
import com.guncai.backoffice.sandbox.wechatpay.BillFault.Kind;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the diagram of WeChat Pay's day promises: each end event, each step that runs again. */
class ReconciliationProcessTest extends WeChatDayFixture {
    @Test
    void aDayOnWhichBothSidesAgreeIsOneLineAndNoTask() {
        day.paid();
        day.paid();

        var process = day.compared();

        assertThat(process).hasPassed("EndEvent_Clean").isEnded();
        assertThat(day.state()).isEqualTo(Reconciliation.State.CLEAN);
        assertThat(day.found()).isEmpty();
        assertThat(jdbc.queryForObject("select lines from reconciliation where case_no = ?", Long.class, day.caseNo()))
                .isEqualTo(2);
    }

    @Test
    void aDayOnWhichNothingHappenedHasNoBillAndIsClean() {
        assertThat(day.compared()).hasPassed("EndEvent_Clean").isEnded();
    }

    @Test
    void anOrderWithoutALineIsBookedAgainstMoneyThatNobodyKnows() {
        var orderNo = day.paid();
        day.wrong(Kind.MISSING, orderNo, 0);

        assertThat(day.compared()).hasPassed("EndEvent_DifferencesRaised").isEnded();
        var found = day.one();
        assertThat(found.kind()).isEqualTo(PAYMENT_WITHOUT_LINE);
        assertThat(found.oursFen()).isEqualTo(15000);
        assertThat(found.theirsFen()).isNull();
        assertThat(found.orderNo()).isEqualTo(orderNo);
        var process = day.process(found);
        assertThat(process)
                .isWaitingAtExactly("Task_ResolveDifference")
                .variables()
                .containsOnlyKeys("orderNo");
        assertThat(task("Task_ResolveDifference", process)).hasCandidateGroup("finance");

        day.resolves(found, "BOOK", "查过，没有到账").is(204);

        assertThat(process).hasPassed("EndEvent_ResolvedAtOnce").isEnded();
        assertThat(day.posted(found)).containsExactly("SUSPENSE 15000 WECHAT -15000", "WECHAT 90 WECHAT_FEE -90");
        assertThat(day.state()).isEqualTo(Reconciliation.State.RESOLVED);
        assertThat(jdbc.queryForObject(
                        "select note from reconciliation_difference where difference_no = ?",
                        String.class,
                        found.differenceNo()))
                .doesNotContain("到账");
    }

    @Test
    void aLineInTheNextDaysBillLetsTheTaskDisappear() {
        var orderNo = day.paid();
        day.wrong(Kind.DAY, orderNo, 0);
        day.compared();
        var missed = day.one();
        var process = day.process(missed);
        assertThat(missed.kind()).isEqualTo(PAYMENT_WITHOUT_LINE);
        var first = day.caseNo();

        day.goesOn();
        assertThat(day.compared()).hasPassed("EndEvent_Clean").isEnded();

        assertThat(process).hasPassed("EndEvent_DifferenceGone").isEnded();
        assertThat(jdbc.queryForList(
                        "select d.state || ' ' || d.resolution || ' ' || r.state from reconciliation_difference d"
                                + " join reconciliation r on r.case_no = d.case_no where d.case_no = ?",
                        String.class,
                        first))
                .containsExactly("RESOLVED ARRIVED RESOLVED");
    }

    @Test
    void aBillThatIsNotReadyIsFetchedUntilEightAndIsATaskThen() {
        day.paid();
        day.wrong(Kind.NOT_READY, null, 0);
        var process = day.after();

        engine.run(process, "Task_FetchBills");
        assertThat(process).isWaitingAtExactly("IntermediateEvent_QuarterOver");
        engine.run(process, "IntermediateEvent_QuarterOver");
        day.until(0, "20:00");
        engine.run(process, "Task_FetchBills");
        assertThat(process).isWaitingAtExactly("Task_AskForBill");
        assertThat(task("Task_AskForBill", process)).hasCandidateGroup("finance");

        engine.complete(process, "Task_AskForBill", Map.of());
        engine.run(process, "Task_FetchBills");
        assertThat(process).isWaitingAtExactly("Task_AskForBill");

        sandbox.billFaults().clear();
        engine.complete(process, "Task_AskForBill", Map.of());
        day.compare(process);
        assertThat(process).hasPassed("EndEvent_Clean").isEnded();
    }

    @Test
    void aFileThatIsNotWhatWasOfferedIsNotKept() {
        day.paid();
        day.wrong(Kind.BROKEN, null, 0);
        var process = day.after();

        engine.run(process, "Task_FetchBills");

        assertThat(process).isWaitingAtExactly("IntermediateEvent_QuarterOver");
        assertThat(jdbc.queryForObject(
                        "select count(*) from reconciliation_file where case_no = ?", Long.class, day.caseNo()))
                .isZero();
    }

    @Test
    void aManagerConfirmsWhatIsLarge() {
        day.wrong(Kind.ADDED, "X" + System.nanoTime(), 200_000);
        day.compared();
        var found = day.one();
        var process = day.process(found);

        day.resolves(found, "BOOK", "").is(204);
        assertThat(process).isWaitingAtExactly("Task_ConfirmResolution");
        assertThat(day.posted(found)).isEmpty();
        assertThat(day.completes("finance", found, Map.of("confirmed", true)).status())
                .isGreaterThanOrEqualTo(400);
        assertThat(process).isWaitingAtExactly("Task_ConfirmResolution");

        day.completes("manager", found, Map.of("confirmed", false)).is(204);
        assertThat(process).isWaitingAtExactly("Task_ResolveDifference");
        day.resolves(found, "BOOK", "再查过").is(204);
        day.completes("manager", found, Map.of("confirmed", true)).is(204);

        assertThat(process).hasPassed("EndEvent_DifferenceResolved").isEnded();
        assertThat(day.posted(found)).containsExactly("WECHAT 200000 SUSPENSE -200000", "WECHAT_FEE 1200 WECHAT -1200");
        assertThat(day.one().confirmedBy()).isEqualTo("manager");
    }

    @Test
    void aCrashWhileComparingLeavesNothingAndItIsComparedOnce() {
        var orderNo = day.paid();
        day.wrong(Kind.MISSING, orderNo, 0);
        day.paid();
        var process = day.after();
        engine.run(process, "Task_FetchBills");

        engine.runAndCrash(process, "Task_Compare");
        assertThat(day.found()).isEmpty();
        engine.run(process, "Task_Compare");
        engine.runAndCrash(process, "Task_RaiseDifferences");
        engine.run(process, "Task_RaiseDifferences");

        assertThat(process).isEnded();
        assertThat(day.process(day.one())).isNotNull();
        assertThat(day.one().state()).isEqualTo(State.OPEN);
        assertThat(day.one().resolution()).isNotEqualTo(Resolution.ARRIVED);
    }
}
