package com.guncai.backoffice.reconciliation;

import static com.guncai.backoffice.reconciliation.DifferenceKind.AMOUNT;
import static com.guncai.backoffice.reconciliation.DifferenceKind.DUPLICATE;
import static com.guncai.backoffice.reconciliation.DifferenceKind.LINE_WITHOUT_RECORD;
import static com.guncai.backoffice.reconciliation.DifferenceKind.RECORD_WITHOUT_LINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import com.guncai.backoffice.journey.Clerk;
import com.guncai.backoffice.journey.Files;
import com.guncai.backoffice.ledger.Account;
import com.guncai.backoffice.ledger.Fact;
import com.guncai.backoffice.ledger.Ledger;
import com.guncai.backoffice.ledger.Posting;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.CompanyAccount;
import com.guncai.backoffice.testing.Engine;
import com.guncai.backoffice.testing.Json.Answer;
import com.guncai.backoffice.testing.ProcessTest;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Finance hands in a statement of Alipay: what staff recorded is matched by number and amount. */
@ProcessTest
@Import({Engine.class, WeChatMorning.class})
class StatementProcessTest {
    @LocalServerPort
    int port;

    @Autowired
    Engine engine;

    @Autowired
    Ledger ledger;

    @Autowired
    Differences differences;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    Clerk finance;
    LocalDate today;
    String no;

    @BeforeEach
    void meet() {
        finance = new Clerk(port, "finance");
        today = BusinessTime.today(clock);
        no = "A" + System.nanoTime();
    }

    @Test
    void bothWaysAndByAmount() {
        recorded(no + "same", 5000);
        recorded(no + "other", 5000);
        recorded(no + "never", 4980);

        var caseNo = compared(line(no + "same", "-50.00"), line(no + "other", "-49.00"), line(no + "more", "-8.00"));

        assertThat(found(caseNo, no))
                .containsExactlyInAnyOrder(
                        AMOUNT + " other -5000 -4900",
                        LINE_WITHOUT_RECORD + " more null -800",
                        RECORD_WITHOUT_LINE + " never -4980 null");
        assertThat(jdbc.queryForObject("select lines from reconciliation where case_no = ?", Long.class, caseNo))
                .isEqualTo(3);
    }

    @Test
    void aLineThatPaysForAPurchaseMovesMoneyToTheSeller() {
        transaction.executeWithoutResult(
                status -> ledger.post(Posting.of(Fact.PURCHASED, no, BusinessTime.now(clock), "采购")
                        .externalNo(no + "mt")
                        .debit(Account.SUSPENSE, 12850)
                        .credit(Account.of(CompanyAccount.MEITUAN), 12850)));

        var caseNo = compared(no + "pay\t," + no + "mt\t," + today + " 10:00:00,,-128.50");

        assertThat(found(caseNo, no)).isEmpty();
        assertThat(jdbc.queryForList(
                        "select l.account || ' ' || l.amount_fen from ledger_entry e join ledger_line l on l.entry_id = e.id"
                                + " where e.fact = 'MONEY_MOVED' and e.reference = ? order by 1",
                        String.class,
                        "ALIPAY/" + no + "pay"))
                .containsExactly("ALIPAY -12850", "MEITUAN 12850");
    }

    @Test
    void theSameFileAgainIsRefusedAndALongerOneAddsWhatIsNew() {
        recorded(no + "a", 5000);
        var lines = new String[] {line(no + "a", "-50.00"), line(no + "x", "-1.00")};
        var first = compared(lines);
        assertThat(found(first, no)).containsExactly(LINE_WITHOUT_RECORD + " x null -100");

        var again = handsIn(lines);
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.body()).contains("已经交过");

        recorded(no + "b", 3000);
        var longer = compared(lines[0], lines[1], line(no + "b", "-30.00"));
        assertThat(found(longer, no)).isEmpty();
        assertThat(found(first, no)).hasSize(1);
    }

    @Test
    void aLineThatIsThereTwiceIsPointedOut() {
        recorded(no + "a", 5000);

        var caseNo = compared(line(no + "a", "-50.00"), line(no + "a", "-50.00"));

        assertThat(found(caseNo, no)).containsExactly(DUPLICATE + " a null -5000");
    }

    @Test
    void resolvedItIsAsTheyHaveIt() {
        var caseNo = compared(line(no + "fee", "-2.00"));
        var found = differences.of(List.of(caseNo)).stream()
                .filter(each -> each.subject().startsWith(no))
                .findFirst()
                .orElseThrow();
        var process = engine.process(found.differenceNo());
        var task = finance.task(found.differenceNo()).orElseThrow().get("id").asText();
        finance.claims(task).is(204);

        finance.completes(task, Map.of("resolution", "BOOK", "note", "银行手续费")).is(204);

        assertThat(process).isEnded();
        assertThat(differences.find(found.differenceNo()).orElseThrow().resolvedBy())
                .isEqualTo("finance");
        assertThat(jdbc.queryForList(
                        "select l.account || ' ' || l.amount_fen from ledger_entry e join ledger_line l on l.entry_id = e.id"
                                + " where e.fact = 'DIFFERENCE_RESOLVED' and e.reference = ? order by 1",
                        String.class,
                        found.differenceNo()))
                .containsExactly("ALIPAY -200", "SUSPENSE 200");
    }

    @Test
    void onlyFinanceHandsInAndOnlyWhatCanBeRead() {
        assertThat(new Clerk(port, "flower")
                        .rest()
                        .post(START, Files.form("a.csv", csv(line(no, "-1.00")), Map.of("account", "ALIPAY")))
                        .status())
                .isEqualTo(403);
        assertThat(handsIn("随便什么").body()).contains("没有一笔收支");
        assertThat(finance.rest()
                        .post(START, Files.form("a.csv", csv(line(no, "-1.00")), Map.of("account", "WECHAT")))
                        .body())
                .contains("请选择这是支付宝还是银行");
    }

    private static final String START = "/engine-rest/process-definition/key/ReconciliationProcess/submit-form";

    private void recorded(String number, long fen) {
        transaction.executeWithoutResult(
                status -> ledger.post(Posting.of(Fact.CASHBACK_PAID, number, BusinessTime.now(clock), "返现")
                        .externalNo(number)
                        .debit(Account.SUSPENSE, fen)
                        .credit(Account.ALIPAY, fen)));
    }

    private String line(String number, String yuan) {
        return number + "\t,\t," + today + " 10:00:00,," + yuan;
    }

    private static byte[] csv(String... lines) {
        return ("#支付宝账务明细\n账务流水号,业务流水号,发生时间,收入金额（+元）,支出金额（-元）\n" + String.join("\n", lines) + "\n#合计\n")
                .getBytes(Charset.forName("GBK"));
    }

    private Answer handsIn(String... lines) {
        return finance.rest().post(START, Files.form("支付宝.csv", csv(lines), Map.of("account", "ALIPAY")));
    }

    private String compared(String... lines) {
        handsIn(lines).is(200);
        var caseNo = jdbc.queryForObject(
                "select case_no from reconciliation where source = 'ALIPAY' order by started_at desc limit 1",
                String.class);
        var process = engine.process(caseNo);
        assertThat(process).variables().containsOnlyKeys("orderNo", "account");
        engine.run(process, "Task_Compare");
        while (engine.process(caseNo) != null) {
            engine.run(process, "Task_RaiseDifferences");
        }
        return caseNo;
    }

    /** Of this test's numbers alone. */
    private List<String> found(String caseNo, String prefix) {
        return differences.of(List.of(caseNo)).stream()
                .filter(each -> each.subject().startsWith(prefix))
                .map(each -> each.kind() + " " + each.subject().substring(prefix.length()) + " " + each.oursFen() + " "
                        + each.theirsFen())
                .toList();
    }
}
