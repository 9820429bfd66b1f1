package com.guncai.backoffice.reconciliation;

import com.guncai.backoffice.ledger.Fact;
import com.guncai.backoffice.ledger.Ledger;
import com.guncai.backoffice.ledger.LedgerMovements.Movement;
import com.guncai.backoffice.process.OpenCases;
import com.guncai.backoffice.reconciliation.Difference.Resolution;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what is wrong with a line, given what the ledger has of its number. */
@Component
class Judgement {
    private final Ledger ledger;
    private final List<OpenCases> cases;

    Judgement(Ledger ledger, List<OpenCases> cases) {
        this.ledger = ledger;
        this.cases = cases;
    }

    /**
     * @param movement of the ledger; {@code null} when it knows no such number
     * @param missed what an earlier comparison missed of that number; {@code null} when it did not
     * @return {@code null} when both sides are the same
     */
    @Nullable
    Verdict of(BillSource source, BillLine line, @Nullable Movement movement, @Nullable Difference missed) {
        var theirs = line.amountFen();
        if (missed != null && missed.resolution() == Resolution.BOOK && missed.state() == Difference.State.RESOLVED) {
            return new Verdict(
                    DifferenceKind.LATE,
                    movement == null ? null : movement.amountFen(),
                    theirs,
                    line.feeFen() - (movement == null ? 0 : movement.feeFen()));
        }
        if (movement == null) {
            return isUnderWay(line) ? null : new Verdict(unknown(source, line), null, theirs, line.feeFen());
        }
        if (movement.amountFen() != theirs) {
            return new Verdict(
                    DifferenceKind.AMOUNT,
                    movement.amountFen(),
                    theirs,
                    source == BillSource.WECHAT ? line.feeFen() - movement.feeFen() : 0);
        }
        if (line.kind() != BillLine.Kind.FLOW && movement.feeFen() != line.feeFen()) {
            return new Verdict(DifferenceKind.FEE, movement.feeFen(), line.feeFen(), 0);
        }
        return null;
    }

    private DifferenceKind unknown(BillSource source, BillLine line) {
        var orderNo = line.orderNo();
        return switch (line.kind()) {
            case PAYMENT ->
                orderNo != null && ledger.isPosted(Fact.ORDER_PAID, orderNo)
                        ? DifferenceKind.DUPLICATE
                        : DifferenceKind.PAYMENT_WITHOUT_ORDER;
            case REFUND -> DifferenceKind.REFUND_WITHOUT_RECORD;
            case FLOW -> source == BillSource.WECHAT ? DifferenceKind.MOVED : DifferenceKind.LINE_WITHOUT_RECORD;
        };
    }

    /** A refund that we asked for and of which we have not heard yet: the refund's own process follows it. */
    private boolean isUnderWay(BillLine line) {
        return line.kind() == BillLine.Kind.REFUND
                && line.otherNos().stream()
                        .anyMatch(refundNo -> cases.stream().anyMatch(module -> module.isOpen(refundNo)));
    }

    /** What it is when there is an entry and no line. */
    static DifferenceKind withoutLine(BillSource source, long oursFen) {
        if (source != BillSource.WECHAT) {
            return DifferenceKind.RECORD_WITHOUT_LINE;
        }
        return oursFen < 0 ? DifferenceKind.REFUND_WITHOUT_LINE : DifferenceKind.PAYMENT_WITHOUT_LINE;
    }

    /** @param feeFen by how much their fee is more than ours */
    record Verdict(DifferenceKind kind, @Nullable Long oursFen, @Nullable Long theirsFen, long feeFen) {}
}
