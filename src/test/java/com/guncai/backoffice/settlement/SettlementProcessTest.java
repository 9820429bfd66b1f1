package com.guncai.backoffice.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import com.guncai.backoffice.coupon.Coupon.Kind;
import com.guncai.backoffice.ledger.Fact;
import com.guncai.backoffice.ledger.LedgerEntries;
import com.guncai.backoffice.settlement.Statement.State;
import com.guncai.backoffice.shared.ProblemException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

/** What the diagram of settlements promises: each end event, each step that runs again, each hand in its turn. */
class SettlementProcessTest extends SettlementFixture {
    @Autowired
    LedgerEntries entries;

    @Autowired
    SettlementDecisions decisions;

    @Autowired
    SettlementProcess settlement;

    @Test
    void aMonthIsCountedCheckedConfirmedClosedAndPaidInParts() {
        ledger.redeemed(reference + "a", Kind.DEDUCTION, 3000);
        ledger.redeemed(reference + "b", Kind.CASHBACK, 5000);

        var process = month.after();
        assertThat(process).isWaitingAtExactly("Task_MakeStatement");
        engine.run(process, "Task_MakeStatement");
        assertThat(process)
                .isWaitingAtExactly("Task_CheckStatement")
                .variables()
                .containsOnlyKeys("orderNo");
        assertThat(task("Task_CheckStatement", process)).hasCandidateGroup("finance");
        assertThat(month.statement().dueFen()).isEqualTo(8000);
        assertThat(month.statement().payableFen()).isEqualTo(8000);

        month.checks(process).is(204);
        assertThat(process).isWaitingAtExactly("Task_ConfirmStatement");
        assertThat(task("Task_ConfirmStatement", process)).hasCandidateGroup("managers");
        month.confirms(process, true).is(204);
        engine.run(process, "Task_CloseStatement");
        assertThat(month.statement().state()).isEqualTo(State.CLOSED);
        assertThat(month.statement().no()).matches("\\d{4}-\\d{3}");
        assertThat(month.statement().digest()).hasSize(64);

        var today = month.today().toString();
        assertThat(process).isWaitingAtExactly("Task_RecordSettlement");
        month.receives(process, reference + "1", "45", today).is(204);
        assertThat(process).isWaitingAtExactly("Task_RecordSettlement");
        month.receives(process, reference + "2", "35.00", today).is(204);

        assertThat(process).hasPassed("EndEvent_StatementSettled").isEnded();
        assertThat(posted(reference + "1")).isEqualTo(" BANK 4500 PICC:CASHBACK -1500 PICC:DEDUCTION -3000");
        assertThat(posted(reference + "2")).isEqualTo(" BANK 3500 PICC:CASHBACK -3500");
    }

    @Test
    void oneThatIsRejectedCanBeStatedAnew() {
        ledger.redeemed(reference, Kind.DEDUCTION, 3000);
        var process = month.made();

        assertThat(month.completes("finance", process, Map.of("approved", false, "note", " "))
                        .body())
                .contains("请写明");
        month.completes("finance", process, Map.of("approved", false, "note", "少了一批"))
                .is(204);

        assertThat(process).hasPassed("EndEvent_StatementRejected").isEnded();
        assertThat(note(process.getBusinessKey())).doesNotContain("少了");
        settlement.openByHand(month.month(), "finance");
        assertThat(month.statement().caseNo()).isNotEqualTo(process.getBusinessKey());
        assertThat(month.statement().startedBy()).isEqualTo("finance");
    }

    @Test
    void whatAManagerDoesNotConfirmGoesBackToFinance() {
        ledger.redeemed(reference, Kind.DEDUCTION, 3000);
        var process = month.made();
        month.checks(process).is(204);

        month.confirms(process, false).is(204);
        assertThat(process).isWaitingAtExactly("Task_CheckStatement");
        month.checks(process).is(204);
        month.confirms(process, true).is(204);

        assertThat(process).isWaitingAtExactly("Task_CloseStatement");
    }

    @Test
    void whoCheckedDoesNotConfirm() {
        var process = month.made();
        month.checks(process).is(204);

        assertThatThrownBy(() -> decisions.confirm(process.getBusinessKey(), true, "finance"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("两个人");
        assertThat(settlement.claimVeto("Task_ConfirmStatement", process.getBusinessKey(), "finance"))
                .contains("另一位");
        assertThat(settlement.claimVeto("Task_ConfirmStatement", process.getBusinessKey(), "manager"))
                .isNull();
        assertThatThrownBy(() -> jdbc.update(
                        "update settlement_statement set confirmed_by = checked_by where case_no = ?",
                        process.getBusinessKey()))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void moreGivenBackThanUsedIsCarriedToTheNextMonth() {
        ledger.redeemed(reference + "a", Kind.DEDUCTION, -3000);
        assertThat(month.closed()).hasPassed("EndEvent_NothingDue").isEnded();
        assertThat(month.statement().dueFen()).isEqualTo(-3000);
        assertThat(month.statement().payableFen()).isZero();

        month.goesOn();
        ledger.redeemed(reference + "b", Kind.DEDUCTION, 5000);
        month.closed();

        assertThat(month.statement().carriedFen()).isEqualTo(-3000);
        assertThat(month.statement().payableFen()).isEqualTo(2000);
    }

    @Test
    void aCrashLeavesNothingAndItIsDoneOnce() {
        ledger.redeemed(reference, Kind.CASHBACK, 5000);
        var process = month.after();

        engine.runAndCrash(process, "Task_MakeStatement");
        assertThat(count("settlement_entry", process.getBusinessKey())).isZero();
        engine.run(process, "Task_MakeStatement");
        month.checks(process).is(204);
        month.confirms(process, true).is(204);
        engine.runAndCrash(process, "Task_CloseStatement");
        assertThat(month.statement().no()).isNull();
        assertThat(count("settlement_file", process.getBusinessKey())).isZero();
        engine.run(process, "Task_CloseStatement");

        assertThat(count("settlement_entry", process.getBusinessKey())).isOne();
        assertThat(month.statement().no()).isNotNull();
    }

    private String posted(String bankFlowNo) {
        var text = new StringBuilder();
        entries.find(Fact.SETTLEMENT_RECEIVED, bankFlowNo).orElseThrow().lines().forEach(line -> text.append(' ')
                .append(line.account())
                .append(' ')
                .append(line.amountFen()));
        return text.toString();
    }

    private String note(String caseNo) {
        return jdbc.queryForObject(
                "select check_note from settlement_statement where case_no = ?", String.class, caseNo);
    }

    private long count(String table, String caseNo) {
        return jdbc.queryForObject("select count(*) from " + table + " where case_no = ?", Long.class, caseNo);
    }
}
