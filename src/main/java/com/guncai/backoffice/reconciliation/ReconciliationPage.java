package com.guncai.backoffice.reconciliation;

import static com.guncai.backoffice.reconciliation.ReconciliationCards.yuan;

import com.guncai.backoffice.ledger.MoneyTab;
import com.guncai.backoffice.process.StaffDirectory;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.Masked;
import com.guncai.backoffice.shared.StaffPage;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 资金 · 对账: a month of days, and the differences of one. */
@StaffPage
@RequestMapping("/staff/money/days")
class ReconciliationPage {
    private static final String TAB = "/staff/money/days";

    private final Reconciliations reconciliations;
    private final Differences differences;
    private final List<MoneyTab> tabs;
    private final Clock clock;

    private final StaffDirectory staff;

    ReconciliationPage(
            Reconciliations reconciliations,
            Differences differences,
            List<MoneyTab> tabs,
            Clock clock,
            StaffDirectory staff) {
        this.staff = staff;
        this.reconciliations = reconciliations;
        this.differences = differences;
        this.tabs = tabs.stream()
                .sorted(Comparator.comparingInt(MoneyTab::position))
                .toList();
        this.clock = clock;
    }

    @ModelAttribute("tabs")
    List<MoneyTab> tabs() {
        return tabs;
    }

    @GetMapping
    String month(
            Model model,
            @RequestParam(required = false) @DateTimeFormat(pattern = "yyyy-MM") @Nullable YearMonth month) {
        var today = BusinessTime.today(clock);
        var shown = month == null ? YearMonth.from(today) : month;
        var found = reconciliations.between(shown.atDay(1), shown.atEndOfMonth());
        model.addAttribute("tab", TAB);
        model.addAttribute("month", shown);
        model.addAttribute("before", shown.minusMonths(1));
        model.addAttribute("after", shown.isBefore(YearMonth.from(today)) ? shown.plusMonths(1) : null);
        model.addAttribute("empty", found.isEmpty());
        model.addAttribute("blanks", shown.atDay(1).getDayOfWeek().getValue() - 1);
        model.addAttribute(
                "days",
                Stream.iterate(shown.atDay(1), day -> day.plusDays(1))
                        .limit(shown.lengthOfMonth())
                        .map(day -> day(day, day.equals(today), found))
                        .toList());
        return "staff/money-days";
    }

    private static Day day(LocalDate day, boolean today, List<Reconciliation> all) {
        var of = all.stream()
                .filter(each -> !day.isBefore(each.firstDay()) && !day.isAfter(each.lastDay()))
                .toList();
        return new Day(
                day,
                day.getDayOfMonth(),
                today,
                DayState.of(of),
                of.stream().map(each -> each.source().label()).distinct().toList());
    }

    @GetMapping("/{day}")
    String day(Model model, @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day) {
        var of = reconciliations.between(day, day);
        var found = differences.of(of.stream().map(Reconciliation::caseNo).toList());
        model.addAttribute("tab", TAB);
        model.addAttribute("day", day);
        model.addAttribute("month", YearMonth.from(day));
        model.addAttribute("sources", of.stream().map(this::source).toList());
        model.addAttribute("differences", found.stream().map(this::shown).toList());
        return "staff/money-day";
    }

    private Source source(Reconciliation of) {
        var state = DayState.of(List.of(of));
        var compared = of.comparedAt();
        return new Source(
                of.title(),
                state,
                of.lines(),
                compared == null ? "" : BusinessTime.text(compared),
                staff.name(of.startedBy()));
    }

    private Shown shown(Difference found) {
        var entry = found.externalNo();
        return new Shown(
                found.source().label(),
                found.kind().label(),
                found.orderNo() == null ? "" : found.orderNo(),
                entry == null ? "" : entry,
                BusinessTime.text(found.at()),
                yuan(found.oursFen()),
                yuan(found.theirsFen()),
                found.state().label(),
                switch (found.state()) {
                    case OPEN -> "bad";
                    case PROPOSED -> "wait";
                    case RESOLVED -> "good";
                },
                found.resolution() == null ? "" : found.resolution().label(),
                Stream.of(found.resolvedBy(), found.confirmedBy())
                        .filter(who -> who != null)
                        .map(staff::name)
                        .reduce((one, other) -> one + "，" + other + " 确认")
                        .orElse(""),
                found.note() == null ? "" : found.note(),
                found.state() == Difference.State.RESOLVED ? "" : "/t/" + found.differenceNo());
    }

    /** @param sources what was compared of it */
    record Day(LocalDate date, int number, boolean today, DayState state, List<String> sources) {}

    record Source(String title, DayState state, long lines, String comparedAt, String by) {}

    /** @param task where its open task is; empty when there is none */
    record Shown(
            String source,
            String kind,
            String orderNo,
            String externalNo,
            String at,
            String ours,
            String theirs,
            String state,
            String look,
            String resolution,
            String by,
            String note,
            String task) {
        @Override
        public String toString() {
            return Masked.text(this);
        }
    }
}
