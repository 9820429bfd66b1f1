package com.guncai.backoffice.settlement;

import com.guncai.backoffice.journey.Clerk;
import com.guncai.backoffice.ledger.LedgerDays;
import com.guncai.backoffice.sandbox.Sandbox;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.testing.Engine;
import com.guncai.backoffice.testing.Json.Answer;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.boot.test.context.TestComponent;

/** Months of a business whose clock the test moves, and what finance and managers do after them. */
@TestComponent
class SettledMonth {
    private final Engine engine;
    private final Sandbox sandbox;
    private final LedgerDays ledger;
    private final SettlementSchedule schedule;
    private final SettlementStatements statements;
    private int port;
    private YearMonth month;

    SettledMonth(
            Engine engine,
            Sandbox sandbox,
            LedgerDays ledger,
            SettlementSchedule schedule,
            SettlementStatements statements) {
        this.engine = engine;
        this.sandbox = sandbox;
        this.ledger = ledger;
        this.schedule = schedule;
        this.statements = statements;
    }

    /** A month begins in which nothing has happened yet; what an earlier test left open is rejected. */
    void begins(int port) {
        this.port = port;
        statements.open().ifPresent(open -> statements.checked(open.caseNo(), Statement.State.REJECTED, "x", "x"));
        month = YearMonth.from(today()).plusMonths(1);
        until(month.atDay(2));
    }

    YearMonth month() {
        return month;
    }

    /** Today becomes a day of the month to be settled next. */
    void goesOn() {
        month = YearMonth.from(today());
    }

    void until(LocalDate day) {
        var then = day.atTime(9, 0).atZone(BusinessTime.ZONE);
        sandbox.skip(Duration.between(sandbox.clock().instant(), then.toInstant()));
    }

    LocalDate today() {
        return BusinessTime.today(sandbox.clock());
    }

    /** It is the sixth of the next month, and its days are closed. */
    void isOver() {
        until(month.plusMonths(1).atDay(6));
        ledger.closeAll();
    }

    /** As above, its statement about to be made. */
    ProcessInstance after() {
        isOver();
        schedule.look();
        return engine.process(statement().caseNo());
    }

    /** As above, made: finance is about to check it. */
    ProcessInstance made() {
        var process = after();
        engine.run(process, "Task_MakeStatement");
        return process;
    }

    /** As above, closed. */
    ProcessInstance closed() {
        var process = made();
        checks(process).is(204);
        confirms(process, true).is(204);
        engine.run(process, "Task_CloseStatement");
        return process;
    }

    Statement statement() {
        return statements.of(month).orElseThrow();
    }

    Answer checks(ProcessInstance process) {
        return completes("finance", process, Map.of("approved", true, "note", ""));
    }

    Answer confirms(ProcessInstance process, boolean yes) {
        return completes("manager", process, Map.of("confirmed", yes));
    }

    Answer receives(ProcessInstance process, String bankFlowNo, String yuan, String day) {
        return completes("finance", process, Map.of("bankFlowNo", bankFlowNo, "receivedYuan", yuan, "receivedOn", day));
    }

    Answer completes(String user, ProcessInstance process, Map<String, ?> answers) {
        var clerk = new Clerk(port, user);
        var task = clerk.task(process.getBusinessKey()).orElseThrow().get("id").asText();
        clerk.claims(task);
        return clerk.completes(task, answers);
    }
}
