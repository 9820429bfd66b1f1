package com.guncai.backoffice.reconciliation;

import com.guncai.backoffice.journey.Clerk;
import com.guncai.backoffice.journey.MiniProgram;
import com.guncai.backoffice.ledger.LedgerEntries;
import com.guncai.backoffice.ledger.LedgerEntry;
import com.guncai.backoffice.sandbox.Sandbox;
import com.guncai.backoffice.sandbox.wechatpay.BillFault;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.testing.Engine;
import com.guncai.backoffice.testing.Json.Answer;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;

/** Days of a business whose clock the test moves, and the mornings after them. */
@TestComponent
class WeChatMorning {
    private final Engine engine;
    private final Sandbox sandbox;
    private final ReconciliationSchedule schedule;
    private final JdbcTemplate jdbc;
    private final Differences differences;
    private final Reconciliations reconciliations;
    private final LedgerEntries entries;
    private int port;
    private LocalDate day;
    private MiniProgram customer;

    WeChatMorning(
            Engine engine,
            Sandbox sandbox,
            ReconciliationSchedule schedule,
            JdbcTemplate jdbc,
            Differences differences,
            Reconciliations reconciliations,
            LedgerEntries entries) {
        this.engine = engine;
        this.sandbox = sandbox;
        this.schedule = schedule;
        this.jdbc = jdbc;
        this.differences = differences;
        this.reconciliations = reconciliations;
        this.entries = entries;
    }

    /** A day begins on which nothing has happened yet, and all before it are compared. */
    WeChatMorning begins(int port) {
        this.port = port;
        sandbox.billFaults().clear();
        until(1, "11:00");
        schedule.look();
        day = today();
        customer = MiniProgram.of(port, "137%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
        return this;
    }

    /** Somebody pays 150.00 for flowers. */
    String paid() {
        var orderNo = customer.placesFlowers();
        customer.pays(orderNo);
        return orderNo;
    }

    void wrong(BillFault.Kind kind, String orderNo, long fen) {
        sandbox.billFaults().add(new BillFault(kind, orderNo, fen));
    }

    /** It is the next morning: the process of the day's bills, about to fetch them. */
    ProcessInstance after() {
        until(1, "10:35");
        schedule.look();
        return engine.process(caseNo());
    }

    /** As above, compared, and its differences given to finance. */
    ProcessInstance compared() {
        var process = after();
        compare(process);
        return process;
    }

    void compare(ProcessInstance process) {
        engine.run(process, "Task_FetchBills");
        engine.run(process, "Task_Compare");
        if (engine.process(process.getBusinessKey()) != null) {
            engine.run(process, "Task_RaiseDifferences");
        }
    }

    /** The clock moves on by some days, to this time. */
    void until(int days, String time) {
        var then = today().plusDays(days).atTime(LocalTime.parse(time)).atZone(BusinessTime.ZONE);
        sandbox.skip(Duration.between(sandbox.clock().instant(), then.toInstant()));
    }

    /** Today becomes the day that is compared next. */
    void goesOn() {
        day = today();
    }

    private LocalDate today() {
        return BusinessTime.today(sandbox.clock());
    }

    LocalDate day() {
        return day;
    }

    String caseNo() {
        return jdbc.queryForObject(
                "select case_no from reconciliation where source = 'WECHAT' and bill_day = ?", String.class, day);
    }

    Reconciliation.State state() {
        return reconciliations.find(caseNo()).orElseThrow().state();
    }

    List<Difference> found() {
        return differences.of(List.of(caseNo()));
    }

    Difference one() {
        var found = found();
        if (found.size() != 1) {
            throw new AssertionError(found);
        }
        return found.get(0);
    }

    /** The process of a difference. */
    ProcessInstance process(Difference difference) {
        return engine.process(difference.differenceNo());
    }

    Answer resolves(Difference difference, String resolution, String note) {
        return completes("finance", difference, Map.of("resolution", resolution, "note", note));
    }

    Answer completes(String user, Difference difference, Map<String, ?> answers) {
        var clerk = new Clerk(port, user);
        var task = clerk.task(difference.differenceNo()).orElseThrow().get("id").asText();
        clerk.claims(task);
        return clerk.completes(task, answers);
    }

    /** What was posted for a difference: {@code WECHAT -15000 SUSPENSE 15000}. */
    List<String> posted(Difference difference) {
        return Stream.of("DIFFERENCE_RESOLVED", "MONEY_MOVED", "WECHAT_FEE")
                .flatMap(fact ->
                        entries
                                .find(com.guncai.backoffice.ledger.Fact.valueOf(fact), difference.differenceNo())
                                .stream())
                .map(WeChatMorning::text)
                .toList();
    }

    private static String text(LedgerEntry entry) {
        var text = new StringBuilder();
        entry.lines().forEach(line -> text.append(' ')
                .append(line.account().code())
                .append(' ')
                .append(line.amountFen()));
        return text.substring(1);
    }
}
