package com.guncai.backoffice.reconciliation;

import com.guncai.backoffice.ledger.Ledger;
import com.guncai.backoffice.ledger.LedgerMovements;
import com.guncai.backoffice.reconciliation.Difference.Resolution;
import com.guncai.backoffice.reconciliation.Difference.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Compares what came with the ledger, once; what it finds is there whole, or not at all. */
@Service
@Transactional
class Comparisons {
    /** As many processes as one transaction starts. */
    private static final int RAISED_AT_ONCE = 100;

    private final Reconciliations reconciliations;
    private final BillFiles files;
    private final BillLines lines;
    private final Differences differences;
    private final LedgerMovements movements;
    private final Ledger ledger;
    private final PaidPurchases purchases;
    private final Judgement judgement;
    private final ApplicationEventPublisher events;

    Comparisons(
            Reconciliations reconciliations,
            BillFiles files,
            BillLines lines,
            Differences differences,
            LedgerMovements movements,
            Ledger ledger,
            PaidPurchases purchases,
            Judgement judgement,
            ApplicationEventPublisher events) {
        this.reconciliations = reconciliations;
        this.files = files;
        this.lines = lines;
        this.differences = differences;
        this.movements = movements;
        this.ledger = ledger;
        this.purchases = purchases;
        this.judgement = judgement;
        this.events = events;
    }

    /**
     * Reads what is kept and compares it; a second time changes nothing.
     *
     * @return whether there are differences
     */
    boolean compare(String caseNo) {
        var of = reconciliations.locked(caseNo);
        if (of.state() != Reconciliation.State.WAITING) {
            return of.state() != Reconciliation.State.CLEAN;
        }
        var comparison = new Comparison(of, lines, differences, movements, judgement, purchases, ledger::post);
        read(of, comparison);
        comparison.end();
        reconciliations.compared(
                caseNo, comparison.firstDay(), comparison.lastDay(), comparison.lines(), comparison.found() == 0);
        arrived(comparison.arrived());
        return comparison.found() > 0;
    }

    private void read(Reconciliation of, Comparison comparison) {
        try {
            if (of.source() != BillSource.WECHAT) {
                StatementReader.read(
                        of.source(),
                        files.content(of.caseNo(), BillFiles.Kind.STATEMENT).readAllBytes(),
                        comparison::line);
                return;
            }
            if (files.isKept(of.caseNo(), BillFiles.Kind.TRADES)) {
                WeChatBillReader.trades(
                        new GZIPInputStream(files.content(of.caseNo(), BillFiles.Kind.TRADES)), comparison::line);
            }
            if (files.isKept(of.caseNo(), BillFiles.Kind.FUNDS)) {
                WeChatBillReader.funds(
                        new GZIPInputStream(files.content(of.caseNo(), BillFiles.Kind.FUNDS)), comparison::line);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** In one order of cases: two comparisons that settle the same ones would wait for each other. */
    private void arrived(List<Difference> missed) {
        for (var each : missed) {
            differences.resolved(each, State.RESOLVED, Resolution.ARRIVED, null, null);
            events.publishEvent(new DifferenceExplained(each.differenceNo()));
        }
        missed.stream().map(Difference::caseNo).distinct().sorted().forEach(reconciliations::settle);
    }

    /**
     * Gives some of the differences to finance, each as a case of its own.
     *
     * @return whether all are given
     */
    boolean raise(String caseNo) {
        var some = differences.takeUnraised(caseNo, RAISED_AT_ONCE);
        some.forEach(differenceNo -> events.publishEvent(new DifferenceFound(differenceNo)));
        return some.size() < RAISED_AT_ONCE;
    }
}
