package com.guncai.backoffice.reconciliation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A day's reconciliation as data, for finance and managers. Amounts in fen: what the account gained, below zero what it gave. */
@RestController
@RequestMapping("/staff/api/reconciliation")
class ReconciliationController {
    private final Reconciliations reconciliations;
    private final Differences differences;

    ReconciliationController(Reconciliations reconciliations, Differences differences) {
        this.reconciliations = reconciliations;
        this.differences = differences;
    }

    /** @param account whose word: {@code WECHAT} when empty. Of several files of a day, all together. */
    @GetMapping("/{date}")
    Day day(
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
            @RequestParam(defaultValue = "WECHAT") BillSource account) {
        var found = reconciliations.between(date, date).stream()
                .filter(each -> each.source() == account)
                .toList();
        return new Day(
                account,
                DayState.of(found),
                found.stream().mapToLong(Reconciliation::lines).sum(),
                differences.of(found.stream().map(Reconciliation::caseNo).toList()).stream()
                        .map(Found::of)
                        .toList());
    }

    /** @param state {@code NONE} when nobody has compared anything of that day */
    record Day(BillSource account, DayState state, long lines, List<Found> differences) {}

    record Found(
            DifferenceKind kind,
            @Nullable String orderNo,
            @Nullable Long oursFen,
            @Nullable Long theirsFen,
            Difference.State state) {
        static Found of(Difference difference) {
            return new Found(
                    difference.kind(),
                    difference.orderNo(),
                    difference.oursFen(),
                    difference.theirsFen(),
                    difference.state());
        }
    }
}
