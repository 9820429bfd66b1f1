package com.guncai.backoffice.settlement;

import com.guncai.backoffice.ledger.AccountNames;
import com.guncai.backoffice.ledger.MoneyTab;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.Money;
import com.guncai.backoffice.shared.StaffPage;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 资金 · 结算: statements, what one consists of, the entries behind each figure, and the year's ceiling. */
@StaffPage
@RequestMapping("/staff/money/statements")
class SettlementPage {
    private static final String TAB = "/staff/money/statements";
    private static final int PAGE = 12;
    private static final int ENTRIES = 50;

    private final SettlementStatements statements;
    private final StatementContent content;
    private final StatementRows rows;
    private final Ceiling ceiling;
    private final AccountNames names;
    private final List<MoneyTab> tabs;
    private final Clock clock;

    SettlementPage(
            SettlementStatements statements,
            StatementContent content,
            StatementRows rows,
            Ceiling ceiling,
            AccountNames names,
            List<MoneyTab> tabs,
            Clock clock) {
        this.statements = statements;
        this.content = content;
        this.rows = rows;
        this.ceiling = ceiling;
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
    String list(Model model, @RequestParam(defaultValue = "0") int from) {
        var first = Math.max(0, from);
        var found = statements.page(first, PAGE);
        var last = YearMonth.from(BusinessTime.today(clock)).minusMonths(1);
        model.addAttribute("tab", TAB);
        model.addAttribute("bar", CeilingBar.of(ceiling.use()));
        model.addAttribute("lastMonth", last);
        model.addAttribute(
                "statements", found.stream().limit(PAGE).map(rows::of).toList());
        model.addAttribute("next", found.size() > PAGE ? first + PAGE : null);
        model.addAttribute("before", first > 0 ? Math.max(0, first - PAGE) : null);
        return "staff/money-statements";
    }

    @GetMapping("/{caseNo}")
    String statement(Model model, @PathVariable String caseNo) {
        var statement = statements.get(caseNo);
        model.addAttribute("tab", TAB);
        model.addAttribute("statement", rows.of(statement));
        model.addAttribute("facts", rows.facts(statement));
        model.addAttribute("receipts", rows.receipts(caseNo));
        model.addAttribute(
                "figures", content.figures(caseNo).stream().map(this::shown).toList());
        return "staff/money-statement";
    }

    /** The entries behind a figure. */
    @GetMapping("/{caseNo}/entries")
    String entries(
            Model model,
            @PathVariable String caseNo,
            @RequestParam Section section,
            @RequestParam(defaultValue = "") String service,
            @RequestParam(defaultValue = "") String part,
            @RequestParam(defaultValue = "0") long after) {
        var statement = statements.get(caseNo);
        var found = content.page(caseNo, new Figure.Key(section, service, part), after, ENTRIES + 1);
        var shown = found.subList(0, Math.min(ENTRIES, found.size()));
        model.addAttribute("tab", TAB);
        model.addAttribute("statement", rows.of(statement));
        model.addAttribute("asked", Map.of("section", section.name(), "service", service, "part", part));
        model.addAttribute("title", title(section, service, part));
        model.addAttribute("lines", shown.stream().map(SettlementPage::shown).toList());
        model.addAttribute(
                "next", found.size() > ENTRIES ? shown.get(shown.size() - 1).place() : null);
        return "staff/money-statement-entries";
    }

    private String title(Section section, String service, String part) {
        return section.label()
                + (service.isEmpty() ? "" : " · " + names.service(service))
                + (part.isEmpty() ? "" : " · " + part);
    }

    private FigureRow shown(Figure figure) {
        var key = figure.key();
        return new FigureRow(
                key.section().name(),
                key.section().label(),
                key.section().isClaim(),
                key.service(),
                key.service().isEmpty() ? "" : names.service(key.service()),
                key.part(),
                key.section().partLabel(),
                figure.entries(),
                Money.signedYuan(figure.amountFen()),
                figure.lateEntries() == 0
                        ? ""
                        : "其中前期 %d 笔 %s".formatted(figure.lateEntries(), Money.signedYuan(figure.lateFen())));
    }

    private static EntryRow shown(Line line) {
        var orderNo = line.orderNo();
        var externalNo = line.externalNo();
        var reason = line.reason();
        return new EntryRow(
                line.no(),
                BusinessTime.text(line.occurredAt()),
                line.text(),
                orderNo == null ? "" : orderNo,
                externalNo == null ? "" : externalNo,
                Money.signedYuan(line.amountFen()),
                reason == null ? "" : reason);
    }

    /** @param claim whether PICC owes it */
    record FigureRow(
            String section,
            String sectionLabel,
            boolean claim,
            String service,
            String serviceLabel,
            String part,
            String partLabel,
            long entries,
            String amount,
            String late) {}

    record EntryRow(
            String no, String at, String text, String orderNo, String externalNo, String amount, String reason) {}
}
