package com.guncai.backoffice.reconciliation;

import com.guncai.backoffice.ledger.Account;
import com.guncai.backoffice.ledger.LedgerMovements;
import com.guncai.backoffice.payment.WeChatBills;
import com.guncai.backoffice.payment.WeChatBills.Bill;
import com.guncai.backoffice.shared.BusinessTime;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Fetches the bills of a day and keeps them as they came. Remote; what is kept is not fetched again. */
@Component
class WeChatDays {
    /** Until when a bill that is not there is nobody's task. */
    private static final LocalTime PATIENCE = LocalTime.of(20, 0);

    private final WeChatBills bills;
    private final BillFiles files;
    private final Reconciliations reconciliations;
    private final LedgerMovements ledger;
    private final Clock clock;

    WeChatDays(
            WeChatBills bills, BillFiles files, Reconciliations reconciliations, LedgerMovements ledger, Clock clock) {
        this.bills = bills;
        this.files = files;
        this.reconciliations = reconciliations;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** How it went. */
    enum Fetched {
        READY,
        /** Not there yet. */
        LATER,
        /** Not there, and the day is nearly over. */
        OVERDUE
    }

    Fetched fetch(String caseNo) {
        var day = Objects.requireNonNull(
                reconciliations.find(caseNo).orElseThrow().day());
        if (files.isKept(caseNo, BillFiles.Kind.TRADES) || files.isKept(caseNo, BillFiles.Kind.FUNDS)) {
            return Fetched.READY;
        }
        var trades = bills.trades(day);
        var funds = trades.state() == Bill.State.LATER ? trades : bills.funds(day);
        if (isLate(trades, funds, day)) {
            return BusinessTime.local(clock.instant()).toLocalTime().isBefore(PATIENCE)
                    ? Fetched.LATER
                    : Fetched.OVERDUE;
        }
        files.keep(caseNo, BillFiles.Kind.TRADES, trades.gzip());
        files.keep(caseNo, BillFiles.Kind.FUNDS, funds.gzip());
        return Fetched.READY;
    }

    /** No bill at all is right only for a day on which nothing happened. */
    private boolean isLate(Bill trades, Bill funds, LocalDate day) {
        if (trades.state() == Bill.State.LATER || funds.state() == Bill.State.LATER) {
            return true;
        }
        return trades.state() == Bill.State.NONE
                ? ledger.isAny(Account.WECHAT, BusinessTime.startOf(day), BusinessTime.startOf(day.plusDays(1)))
                : funds.state() == Bill.State.NONE;
    }
}
