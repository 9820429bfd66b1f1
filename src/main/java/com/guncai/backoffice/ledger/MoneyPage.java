package com.guncai.backoffice.ledger;

import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.Money;
import com.guncai.backoffice.shared.StaffPage;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 资金: balances and entries. Each figure leads to the entries behind it. */
@StaffPage
@RequestMapping("/staff/money")
class MoneyPage {
    private static final int PAGE = 30;

    private final LedgerBalances balances;
    private final LedgerEntries entries;
    private final AccountNames names;
    private final List<MoneyTab> tabs;
    private final Clock clock;

    MoneyPage(LedgerBalances balances, LedgerEntries entries, AccountNames names, List<MoneyTab> tabs, Clock clock) {
        this.balances = balances;
        this.entries = entries;
        this.names = names;
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
    String balances(
            Model model,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on) {
        var day = on == null ? BusinessTime.today(clock) : on;
        var found = balances.on(day);
        model.addAttribute("tab", "/staff/money");
        model.addAttribute("on", day);
        model.addAttribute("from", day.minusDays(90));
        model.addAttribute(
                "accounts",
                found.entrySet().stream()
                        .map(each -> new Row(
                                each.getKey().code(),
                                names.of(each.getKey()),
                                Money.signedYuan(each.getValue()),
                                each.getValue() < 0))
                        .toList());
        model.addAttribute(
                "sum",
                Money.signedYuan(
                        found.values().stream().mapToLong(Long::longValue).sum()));
        return "staff/money";
    }

    @GetMapping("/entries")
    String entries(
            Model model,
            @RequestParam(required = false) @Nullable String orderNo,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable Long after) {
        var page = entries.page(LedgerController.filter(orderNo, number, account, from, to), after, PAGE);
        model.addAttribute("tab", "/staff/money/entries");
        model.addAttribute("asked", new Asked(text(orderNo), text(number), text(account), from, to));
        model.addAttribute("entries", page.items().stream().map(this::shown).toList());
        model.addAttribute("next", page.next());
        model.addAttribute("year", BusinessTime.today(clock).getYear());
        model.addAttribute(
                "accounts",
                balances.on(BusinessTime.today(clock)).keySet().stream()
                        .map(each -> new Choice(each.code(), names.of(each)))
                        .toList());
        return "staff/money-entries";
    }

    private Shown shown(LedgerEntry entry) {
        return new Shown(
                Objects.requireNonNullElse(entry.no(), "未结账"),
                BusinessTime.text(entry.at()),
                entry.text(),
                text(entry.orderNo()),
                text(entry.externalNo()),
                entry.lines().stream()
                        .map(line -> new Row(
                                line.account().code(),
                                names.of(line.account()),
                                Money.signedYuan(line.amountFen()),
                                line.amountFen() < 0))
                        .toList());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    record Row(String code, String name, String amount, boolean credit) {}

    record Choice(String code, String name) {}

    record Asked(String orderNo, String number, String account, @Nullable LocalDate from, @Nullable LocalDate to) {}

    record Shown(String no, String at, String text, String orderNo, String externalNo, List<Row> lines) {}
}
