package com.guncai.backoffice.settlement;

import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.security.Principal;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Statements as data, for finance and managers. Amounts in fen. */
@RestController
@RequestMapping("/staff/api/settlements")
class SettlementController {
    private final SettlementStatements statements;
    private final StatementContent content;
    private final SettlementReceipts receipts;
    private final SettlementProcess process;

    SettlementController(
            SettlementStatements statements,
            StatementContent content,
            SettlementReceipts receipts,
            SettlementProcess process) {
        this.statements = statements;
        this.content = content;
        this.receipts = receipts;
        this.process = process;
    }

    /** @param period {@code 2026-11} */
    @GetMapping("/{period}")
    Settlement settlement(@PathVariable @DateTimeFormat(pattern = "yyyy-MM") YearMonth period) {
        var statement = statements
                .of(period)
                .orElseThrow(() -> ProblemException.notFound(ProblemCode.SETTLEMENT_NOT_FOUND, period + " 还没有结算单"));
        var received = receipts.receivedFen(statement.caseNo());
        return new Settlement(
                period.toString(),
                statement.state() == Statement.State.CLOSED && received >= statement.payableFen()
                        ? "SETTLED"
                        : statement.state().name(),
                figures(statement, received),
                statement.ceilingFen(),
                statement.usedFen(),
                statement.digest());
    }

    private Map<String, Long> figures(Statement statement, long received) {
        var found = content.figures(statement.caseNo());
        var figures = new LinkedHashMap<String, Long>();
        for (var section : Section.values()) {
            figures.put(name(section), Figure.sum(found, section));
        }
        figures.put("dueFen", statement.dueFen());
        figures.put("carriedFen", statement.carriedFen());
        figures.put("payableFen", statement.payableFen());
        figures.put("settledFen", received);
        return figures;
    }

    /** {@code CASHBACK_COUPON} is {@code cashbackCouponFen}. */
    private static String name(Section section) {
        var words = section.name().toLowerCase(Locale.ROOT).split("_");
        return words[0]
                + Arrays.stream(words)
                        .skip(1)
                        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                        .collect(Collectors.joining())
                + "Fen";
    }

    /** Begins to settle a month by hand. */
    @PostMapping("/{period}/start")
    @ResponseStatus(HttpStatus.CREATED)
    Started start(Principal staff, @PathVariable @DateTimeFormat(pattern = "yyyy-MM") YearMonth period) {
        try {
            return new Started(process.openByHand(period, staff.getName()));
        } catch (DuplicateKeyException another) {
            throw ProblemException.conflict(ProblemCode.SETTLEMENT_KNOWN, "刚刚有人发起了结算，请刷新查看");
        }
    }

    /**
     * @param state as {@link Statement.State} has it; {@code SETTLED} when it is paid as well
     * @param digest of the CSV file; {@code null} until it is closed
     */
    record Settlement(
            String period,
            String state,
            Map<String, Long> figures,
            long ceilingFen,
            long usedFen,
            @Nullable String digest) {}

    record Started(String caseNo) {}
}
