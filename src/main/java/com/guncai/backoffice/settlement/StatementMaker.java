package com.guncai.backoffice.settlement;

import com.guncai.backoffice.ledger.ClosedEntries;
import com.guncai.backoffice.ledger.LedgerEntry;
import com.guncai.backoffice.settlement.Statement.State;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts a month: entry by entry, without keeping more than some thousand of them. */
@Service
class StatementMaker {
    private static final int AT_A_TIME = 2000;

    private final SettlementStatements statements;
    private final StatementContent content;
    private final ClosedEntries ledger;
    private final EntrySorter sorter;

    StatementMaker(
            SettlementStatements statements, StatementContent content, ClosedEntries ledger, EntrySorter sorter) {
        this.statements = statements;
        this.content = content;
        this.ledger = ledger;
        this.sorter = sorter;
    }

    /** @throws IllegalStateException when the figures are not what the ledger says that PICC owes */
    @Transactional
    public void make(String caseNo) {
        var statement = statements.locked(caseNo, State.MAKING);
        var period = statement.period();
        var count = new Count(caseNo, period);
        ledger.forEach(period.atDay(1), period.atEndOfMonth(), EntrySorter.FACTS, count::add);
        count.flush();
        var figures = List.copyOf(count.figures.values());
        content.addFigures(caseNo, figures);
        var due = Figure.due(figures);
        var claimed = ledger.claimedFen(period.atDay(1), period.atEndOfMonth());
        if (due != claimed) {
            throw new IllegalStateException(
                    "the statement of " + period + " comes to " + due + " fen, the ledger to " + claimed);
        }
        var carried = statements
                .lastClosed()
                .map(last -> Math.min(0, last.dueFen() + last.carriedFen()))
                .orElse(0L);
        var used = ledger.claimedFen(period.atDay(1).withDayOfYear(1), period.atEndOfMonth());
        statements.made(caseNo, due, carried, Math.max(0, due + carried), used);
    }

    /** What was counted so far. */
    private class Count {
        private final String caseNo;
        private final YearMonth period;
        private final Map<Figure.Key, Figure> figures = new TreeMap<>();
        private final List<LedgerEntry> chunk = new ArrayList<>();
        private long place = 1;

        Count(String caseNo, YearMonth period) {
            this.caseNo = caseNo;
            this.period = period;
        }

        void add(LedgerEntry entry) {
            chunk.add(entry);
            if (chunk.size() == AT_A_TIME) {
                flush();
            }
        }

        void flush() {
            var parts = sorter.sort(chunk, period);
            content.addParts(caseNo, place, parts);
            place += parts.size();
            for (var part : parts) {
                figures.compute(part.key(), (key, figure) -> (figure == null ? new Figure(key, 0, 0, 0, 0) : figure)
                        .plus(part.amountFen(), part.reason() != null));
            }
            chunk.clear();
        }
    }
}
