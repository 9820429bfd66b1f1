package com.guncai.backoffice.settlement;

import com.guncai.backoffice.ledger.ClosedEntries;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.CaseNumbers;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says when a month may be settled, and opens its statement. */
@Service
@Transactional
class SettlementOpening {
    private final SettlementStatements statements;
    private final ClosedEntries ledger;
    private final CaseNumbers numbers;
    private final SettlementProperties properties;
    private final Clock clock;

    SettlementOpening(
            SettlementStatements statements,
            ClosedEntries ledger,
            CaseNumbers numbers,
            SettlementProperties properties,
            Clock clock) {
        this.statements = statements;
        this.ledger = ledger;
        this.numbers = numbers;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Opens the month before, from the first working day of a month on, unless there ever was a statement of it or something has
     * to be done first. Of two that open it at once the database lets one.
     *
     * @return the number of its case
     * @throws DuplicateKeyException when another node was faster
     */
    Optional<String> openDue() {
        var today = BusinessTime.today(clock);
        var period = YearMonth.from(today).minusMonths(1);
        if (today.isBefore(firstWorkingDay(YearMonth.from(today)))
                || statements.isAny(period)
                || refusal(period) != null) {
            return Optional.empty();
        }
        return Optional.of(open(period, null));
    }

    /**
     * Opens a month because somebody asks for it.
     *
     * @return the number of its case
     * @throws ProblemException {@code PERIOD_INVALID}, {@code SETTLEMENT_KNOWN}, {@code SETTLEMENT_OPEN}
     */
    String openByHand(YearMonth period, String staff) {
        var refusal = refusal(period);
        if (refusal != null) {
            throw refusal;
        }
        return open(period, staff);
    }

    private String open(YearMonth period, @Nullable String staff) {
        var caseNo = numbers.next();
        statements.open(caseNo, period, properties.ceilingFen(), staff);
        return caseNo;
    }

    private @Nullable ProblemException refusal(YearMonth period) {
        if (!period.isBefore(YearMonth.from(BusinessTime.today(clock)))) {
            return ProblemException.invalid(ProblemCode.PERIOD_INVALID, period + " 还没有过完，下个月才能结算");
        }
        var first = ledger.first();
        var last = ledger.last();
        if (first != null && period.atEndOfMonth().isBefore(first)) {
            return ProblemException.invalid(ProblemCode.PERIOD_INVALID, period + " 没有流水，不用结算");
        }
        if (last == null || last.isBefore(period.atEndOfMonth())) {
            return ProblemException.conflict(ProblemCode.PERIOD_INVALID, period + " 的流水还没有结完账，请过一会儿再试");
        }
        var known = statements.of(period);
        if (known.isPresent()) {
            return ProblemException.conflict(
                    ProblemCode.SETTLEMENT_KNOWN,
                    "%s 已有结算单（%s），不用再生成".formatted(period, known.get().state().label()));
        }
        return statements
                .open()
                .map(open -> ProblemException.conflict(
                        ProblemCode.SETTLEMENT_OPEN,
                        "%s 的结算单%s，关账或退回后才能生成下一份"
                                .formatted(open.period(), open.state().label())))
                .orElse(null);
    }

    /** From Monday to Friday, and none of the days that are off. */
    LocalDate firstWorkingDay(YearMonth month) {
        var day = month.atDay(1);
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY
                || day.getDayOfWeek() == DayOfWeek.SUNDAY
                || properties.daysOff().contains(day)) {
            day = day.plusDays(1);
        }
        return day;
    }
}
