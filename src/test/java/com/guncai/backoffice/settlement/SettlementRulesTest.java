package com.guncai.backoffice.settlement;

import static com.guncai.backoffice.testing.AtOnce.atOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import com.guncai.backoffice.coupon.Coupon.Kind;
import com.guncai.backoffice.journey.Clerk;
import com.guncai.backoffice.ledger.Fact;
import com.guncai.backoffice.ledger.Ledger;
import com.guncai.backoffice.ledger.LedgerEntries;
import com.guncai.backoffice.shared.ProblemException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

/** What nobody gets past: the months that can be settled, what is closed, what is received, the alarms. */
class SettlementRulesTest extends SettlementFixture {
    @Autowired
    SettlementProcess settlement;

    @Autowired
    SettlementSchedule schedule;

    @Autowired
    SettlementReceipts receipts;

    @Autowired
    LedgerEntries entries;

    @Autowired
    Ledger posting;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    StatementContent content;

    @Test
    void aMonthIsSettledOnceAndOnlyWhenItIsOver() {
        ledger.redeemed(reference, Kind.DEDUCTION, 3000);
        refused(month.month(), "还没有过完");
        refused(month.month().plusYears(3), "还没有过完");
        month.until(month.month().plusMonths(1).atDay(5));
        refused(month.month(), "还没有结完账");

        month.made();
        refused(month.month(), "已有结算单");
        refused(YearMonth.of(2020, 1), "没有流水");
        schedule.look();
        assertThat(jdbc.queryForObject(
                        "select count(*) from settlement_statement where period = ?",
                        Long.class,
                        month.month().toString()))
                .isOne();
    }

    private void refused(YearMonth period, String why) {
        assertThatThrownBy(() -> settlement.openByHand(period, "finance"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(why);
    }

    @Test
    void aStatementThatIsNotClosedComesFirst() {
        ledger.redeemed(reference, Kind.DEDUCTION, 3000);
        var open = month.made();
        var earlier = month.month();
        month.goesOn();
        month.isOver();
        refused(month.month(), earlier.toString());
        schedule.look();
        assertThat(jdbc.queryForList(
                        "select case_no from settlement_statement where period = ?",
                        month.month().toString()))
                .isEmpty();

        month.checks(open).is(204);
        month.confirms(open, true).is(204);
        engine.run(open, "Task_CloseStatement");
        schedule.look();
        assertThat(month.statement().startedBy()).isNull();
    }

    @Test
    void ofTwoNodesThatLookAtOnceOneOpensTheMonth() {
        ledger.redeemed(reference, Kind.DEDUCTION, 3000);
        month.isOver();

        atOnce(this::looks, this::looks);

        assertThat(jdbc.queryForObject(
                        "select count(*) from settlement_statement s join ACT_RU_EXECUTION e on e.BUSINESS_KEY_ = s.case_no"
                                + " where s.period = ?",
                        Long.class,
                        month.month().toString()))
                .isOne();
    }

    private boolean looks() {
        schedule.look();
        return true;
    }

    @Test
    void whatIsClosedIsRefusedAnyChangeByTheDatabase() {
        ledger.redeemed(reference, Kind.DEDUCTION, 3000);
        var caseNo = month.closed().getBusinessKey();

        for (var change : List.of(
                "update settlement_statement set payable_fen = 1 where case_no = ?",
                "update settlement_statement set state = 'CHECKING', statement_seq = null, digest = null where case_no = ?",
                "delete from settlement_statement where case_no = ?",
                "update settlement_figure set amount_fen = 1 where case_no = ?",
                "delete from settlement_figure where case_no = ?",
                "update settlement_entry set reason = 'x' where case_no = ?",
                "delete from settlement_entry where case_no = ?",
                "delete from settlement_file where case_no = ?",
                "insert into settlement_figure (case_no, section, service, part, entries, amount_fen, late_entries, late_fen)"
                        + " values (?, 'CODE', 'X', 'X', 1, 1, 0, 0)")) {
            assertThatThrownBy(() -> jdbc.update(change, caseNo))
                    .as(change)
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("a settlement is never changed");
        }
        assertThat(Figure.due(content.figures(caseNo))).isEqualTo(3000);
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 0, AMOUNT_INVALID",
        "0, 0, AMOUNT_INVALID",
        "'', 0, AMOUNT_INVALID",
        "1.005, 0, AMOUNT_INVALID",
        "30.01, 0, RECEIVED_FEN_TOO_MUCH",
        "10, 1, RECEIVED_ON_INVALID",
        "10, -100, RECEIVED_ON_INVALID"
    })
    void whatCannotHaveBeenReceivedIsRefused(String yuan, int daysFromNow, String code) {
        ledger.redeemed(reference, Kind.DEDUCTION, 3000);
        var process = month.closed();

        var answer = month.receives(
                process, reference, yuan, month.today().plusDays(daysFromNow).toString());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(process).isWaitingAtExactly("Task_RecordSettlement");
        assertThat(receipts.receivedFen(process.getBusinessKey())).isZero();
        assertThat(entries.find(Fact.SETTLEMENT_RECEIVED, reference)).as(code).isEmpty();
    }

    @Test
    void aBankNumberIsReceivedOnceAndPartsNeverComeToMore() {
        ledger.redeemed(reference, Kind.DEDUCTION, 3000);
        var process = month.closed();
        var today = month.today().toString();

        month.receives(process, reference, "20", today).is(204);
        assertThat(month.receives(process, reference, "5", today).body()).contains("已经登记过");
        assertThat(month.receives(process, reference.toLowerCase(), "5", today).body())
                .contains("已经登记过");
        assertThat(month.receives(process, reference + "b", "10.01", today).body())
                .contains("还欠 ¥10.00");
        assertThat(month.receives(process, " ", "10", today).body()).contains("银行流水号");
        assertThat(month.receives(process, reference + "c", "10", "gestern").status())
                .isEqualTo(400);
        month.receives(process, reference + "c", "10", today).is(204);
        assertThat(process).isEnded();
    }

    /** The entry and the record of it are one fact. */
    @Test
    void aReceiptThatIsNotCommittedIsNotPostedEither() {
        ledger.redeemed(reference, Kind.DEDUCTION, 3000);
        var caseNo = month.closed().getBusinessKey();

        transaction.executeWithoutResult(status -> {
            receipts.record(caseNo, reference, "10", month.today().toString(), "finance");
            status.setRollbackOnly();
        });

        assertThat(receipts.receivedFen(caseNo)).isZero();
        assertThat(entries.find(Fact.SETTLEMENT_RECEIVED, reference)).isEmpty();
    }

    @Test
    void oneClickTwiceDecidesOnce() {
        ledger.redeemed(reference, Kind.DEDUCTION, 3000);
        var process = month.made();
        month.checks(process).is(204);
        var task = new Clerk(port, "manager")
                .task(process.getBusinessKey())
                .orElseThrow()
                .get("id")
                .asText();
        var manager = new Clerk(port, "manager");
        manager.claims(task);

        var answers = atOnce(
                () -> manager.completes(task, Map.of("confirmed", true)).status(),
                () -> manager.completes(task, Map.of("confirmed", true)).status());

        assertThat(answers).filteredOn(status -> status < 300).hasSize(1);
        assertThat(process).isWaitingAtExactly("Task_CloseStatement");
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 95})
    void managersAreToldOfTheCeilingOnce(int percent) {
        month.until(month.month().plusYears(1).atDay(3));
        ledger.redeemed(reference, Kind.DEDUCTION, 420_000_000L / 100 * percent - 1);
        schedule.look();
        assertThat(alarms()).doesNotContain(percent);
        ledger.redeemed(reference + "b", Kind.DEDUCTION, 1);

        schedule.look();
        schedule.look();

        assertThat(alarms()).contains(percent).hasSize(percent == 80 ? 1 : 2);
        assertThat(engine.messages("CEILING-" + month.today().getYear() + "-" + percent))
                .containsExactly("DESK_CEILING_NEAR");
    }

    private List<Integer> alarms() {
        return jdbc.queryForList(
                "select percent from settlement_alarm where book_year = ?",
                Integer.class,
                month.today().getYear());
    }
}
