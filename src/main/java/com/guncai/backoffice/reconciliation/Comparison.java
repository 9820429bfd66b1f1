package com.guncai.backoffice.reconciliation;

import com.guncai.backoffice.ledger.LedgerMovements;
import com.guncai.backoffice.ledger.LedgerMovements.Moved;
import com.guncai.backoffice.ledger.LedgerMovements.Movement;
import com.guncai.backoffice.ledger.Posting;
import com.guncai.backoffice.reconciliation.Difference.State;
import com.guncai.backoffice.shared.BusinessTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One bill or statement against the ledger: its lines some thousand at a time, then the entries that no line was for. What it
 * keeps in memory does not grow with the bill.
 */
class Comparison {
    static final int AT_A_TIME = 4000;

    private final Reconciliation of;
    private final BillLines lines;
    private final Differences differences;
    private final FoundDifferences found;
    private final LedgerMovements ledger;
    private final Judgement judgement;
    private final PaidPurchases purchases;
    private final Consumer<Posting> poster;
    private final List<BillLine> chunk = new ArrayList<>();
    private final List<Difference> arrived = new ArrayList<>();
    private long read;
    private @Nullable LocalDate first;
    private @Nullable LocalDate last;

    Comparison(
            Reconciliation of,
            BillLines lines,
            Differences differences,
            LedgerMovements ledger,
            Judgement judgement,
            PaidPurchases purchases,
            Consumer<Posting> poster) {
        this.of = of;
        this.lines = lines;
        this.differences = differences;
        this.found = new FoundDifferences(of, differences);
        this.ledger = ledger;
        this.judgement = judgement;
        this.purchases = purchases;
        this.poster = poster;
    }

    void line(BillLine line) {
        read++;
        var day = BusinessTime.local(line.at()).toLocalDate();
        first = first == null || day.isBefore(first) ? day : first;
        last = last == null || day.isAfter(last) ? day : last;
        chunk.add(line);
        if (chunk.size() == AT_A_TIME) {
            flush();
        }
    }

    /** After the last line: looks for entries of these days that no line was for. */
    void end() {
        flush();
        var entries = new ArrayList<Moved>();
        ledger.between(
                of.source().account(),
                of.source().facts(),
                BusinessTime.startOf(firstDay()),
                BusinessTime.startOf(lastDay().plusDays(1)),
                entry -> {
                    entries.add(entry);
                    if (entries.size() == AT_A_TIME) {
                        missing(entries);
                    }
                });
        missing(entries);
    }

    LocalDate firstDay() {
        return of.day() != null || first == null ? of.firstDay() : first;
    }

    LocalDate lastDay() {
        return of.day() != null || last == null ? of.lastDay() : last;
    }

    long lines() {
        return read;
    }

    int found() {
        return found.count();
    }

    /** What earlier bills had missed. */
    List<Difference> arrived() {
        return arrived;
    }

    private void flush() {
        var numbers = new HashSet<String>();
        chunk.forEach(line -> {
            numbers.add(line.externalNo());
            numbers.addAll(line.otherNos());
        });
        var known = lines.known(of.source(), numbers);
        var movements = ledger.of(of.source().account(), numbers);
        var missed = differences.withoutLine(of.source(), numbers).stream()
                .collect(Collectors.toMap(Difference::subject, each -> each, (first, second) -> first));
        var unpaid = purchases.of(of.source(), numbers);
        var fresh = new ArrayList<BillLine>();
        for (var each : chunk) {
            var movement = movement(each, movements);
            if (isAnothers(each, movement, known)) {
                movement = null;
            }
            var line = movement == null ? each : named(each, movement.externalNo());
            var earlier = known.get(line.externalNo());
            if (earlier == null) {
                known.put(line.externalNo(), new BillLines.Known(of.caseNo(), line.amountFen()));
                fresh.add(line);
                var paying = movement == null ? purchases.paying(of.source(), line, unpaid) : null;
                if (paying == null) {
                    judge(line, movement, missed.get(line.externalNo()));
                } else {
                    poster.accept(paying);
                }
            } else if (of.day() != null || earlier.caseNo().equals(of.caseNo())) {
                found.raise(
                        DifferenceKind.DUPLICATE,
                        line.externalNo(),
                        line.orderNo(),
                        line.at(),
                        null,
                        line.amountFen(),
                        0);
            }
        }
        lines.add(of.source(), of.caseNo(), fresh);
        chunk.clear();
    }

    private void judge(BillLine line, @Nullable Movement movement, @Nullable Difference earlier) {
        var verdict = judgement.of(of.source(), line, movement, earlier);
        if (verdict != null) {
            found.raise(
                    verdict.kind(),
                    line.externalNo(),
                    line.orderNo(),
                    line.at(),
                    verdict.oursFen(),
                    verdict.theirsFen(),
                    verdict.feeFen());
        } else if (earlier != null && earlier.state() != State.RESOLVED) {
            arrived.add(earlier);
        }
    }

    /** By any of its numbers: staff copy one of them. */
    private static @Nullable Movement movement(BillLine line, Map<String, Movement> movements) {
        var found = movements.get(line.externalNo());
        for (var other : line.otherNos()) {
            if (found == null && line.kind() == BillLine.Kind.FLOW) {
                found = movements.get(other);
            }
        }
        return found;
    }

    /** Several lines may share a number that is not theirs alone, as a transfer and what it cost do: the first has it. */
    private static boolean isAnothers(BillLine line, @Nullable Movement movement, Map<String, BillLines.Known> known) {
        if (movement == null || movement.externalNo().equals(line.externalNo())) {
            return false;
        }
        var first = known.get(movement.externalNo());
        return first != null && first.amountFen() != line.amountFen();
    }

    private static BillLine named(BillLine line, String number) {
        return new BillLine(
                line.kind(), number, line.otherNos(), line.at(), line.orderNo(), line.amountFen(), line.feeFen());
    }

    private void missing(List<Moved> entries) {
        var numbers = new HashSet<String>();
        entries.forEach(entry -> {
            if (entry.externalNo() != null) {
                numbers.add(entry.externalNo());
            }
        });
        var known = lines.known(of.source(), numbers).keySet();
        var movements = ledger.of(of.source().account(), minus(numbers, known));
        var told = new HashSet<String>();
        for (var entry : entries) {
            var number = entry.externalNo();
            var movement = number == null ? null : movements.get(number);
            if (number == null) {
                without(Difference.ENTRY + entry.entryId(), entry, entry.amountFen(), 0);
            } else if (movement != null && movement.amountFen() != 0 && told.add(number)) {
                without(number, entry, movement.amountFen(), -movement.feeFen());
            }
        }
        entries.clear();
    }

    private void without(String subject, Moved entry, long oursFen, long feeFen) {
        found.raise(
                Judgement.withoutLine(of.source(), oursFen),
                subject,
                entry.orderNo(),
                entry.occurredAt(),
                oursFen,
                null,
                feeFen);
    }

    private static Set<String> minus(Set<String> all, Set<String> some) {
        var left = new HashSet<>(all);
        left.removeAll(some);
        return left;
    }
}
