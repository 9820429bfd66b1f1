package com.guncai.backoffice.ledger;

import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The ledger as data, for finance and managers. Amounts in fen; debits above zero, credits below. */
@RestController
@RequestMapping("/staff/api/ledger")
class LedgerController {
    private static final int PAGE = 50;

    private final LedgerBalances balances;
    private final LedgerEntries entries;
    private final AccountNames names;
    private final Clock clock;

    LedgerController(LedgerBalances balances, LedgerEntries entries, AccountNames names, Clock clock) {
        this.balances = balances;
        this.entries = entries;
        this.names = names;
        this.clock = clock;
    }

    /** @param on the end of that day; today when empty */
    @GetMapping("/balances")
    Balances balances(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on) {
        var accounts = balances.on(on == null ? BusinessTime.today(clock) : on).entrySet().stream()
                .map(each -> new Balance(each.getKey().code(), names.of(each.getKey()), each.getValue()))
                .toList();
        return new Balances(
                accounts, accounts.stream().mapToLong(Balance::balanceFen).sum());
    }

    /** What the plot shows: an account's balance at the end of each closed day. */
    @GetMapping("/history")
    List<LedgerBalances.DayBalance> history(
            @RequestParam String account,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to) {
        return balances.history(account(account), from, to);
    }

    @GetMapping("/entries")
    Entries entries(
            @RequestParam(required = false) @Nullable String orderNo,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable Long after) {
        var page = entries.page(filter(orderNo, null, account, from, to), after, PAGE);
        var next = page.next();
        return new Entries(page.items().stream().map(Entry::of).toList(), next == null ? null : String.valueOf(next));
    }

    /** An empty field of a form does not matter. */
    static EntryFilter filter(
            @Nullable String orderNo,
            @Nullable String number,
            @Nullable String account,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        return new EntryFilter(
                entered(orderNo),
                entered(number),
                account == null || account.isBlank() ? null : account(account),
                from,
                to);
    }

    private static @Nullable String entered(@Nullable String field) {
        return field == null || field.isBlank() ? null : field.strip();
    }

    static Account account(String code) {
        try {
            return Account.parse(code.strip());
        } catch (IllegalArgumentException unknown) {
            throw ProblemException.invalid(ProblemCode.REQUEST_INVALID, "没有这个科目，请重新选择");
        }
    }

    record Balances(List<Balance> accounts, long sumFen) {}

    record Balance(String code, String name, long balanceFen) {}

    record Entries(List<Entry> items, @Nullable String next) {}

    /** @param no {@code null} until its day is closed */
    record Entry(
            @Nullable String no,
            OffsetDateTime at,
            @Nullable String orderNo,
            String text,
            @Nullable String externalNo,
            List<Line> lines) {
        static Entry of(LedgerEntry entry) {
            return new Entry(
                    entry.no(),
                    BusinessTime.offset(entry.at()),
                    entry.orderNo(),
                    entry.text(),
                    entry.externalNo(),
                    entry.lines().stream()
                            .map(line -> new Line(line.account().code(), line.amountFen()))
                            .toList());
        }
    }

    record Line(String account, long amountFen) {}
}
