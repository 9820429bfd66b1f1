package com.guncai.backoffice.settlement;

import com.guncai.backoffice.expense.ExpenseNumber;
import com.guncai.backoffice.expense.ExpenseNumber.Work;
import com.guncai.backoffice.expense.ExpenseNumbers;
import com.guncai.backoffice.ledger.Account;
import com.guncai.backoffice.ledger.Fact;
import com.guncai.backoffice.ledger.Ledger;
import com.guncai.backoffice.ledger.Posting;
import com.guncai.backoffice.settlement.Statement.State;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.CompanyAccount;
import com.guncai.backoffice.shared.Money;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import com.guncai.backoffice.shared.ReferenceNumber;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What PICC paid of closed statements, in one part or several; each is an entry of the ledger in the same transaction. */
@Service
@Transactional
class SettlementReceipts {
    private static final long MOST_YUAN = 100_000_000;

    private final JdbcTemplate jdbc;
    private final SettlementStatements statements;
    private final ClaimShares shares;
    private final ExpenseNumbers numbers;
    private final Ledger ledger;
    private final Clock clock;

    SettlementReceipts(
            JdbcTemplate jdbc,
            SettlementStatements statements,
            ClaimShares shares,
            ExpenseNumbers numbers,
            Ledger ledger,
            Clock clock) {
        this.jdbc = jdbc;
        this.statements = statements;
        this.shares = shares;
        this.numbers = numbers;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * @return whether something is still owed
     * @throws ProblemException {@code BANK_FLOW_NO_…}, {@code AMOUNT_INVALID}, {@code RECEIVED_FEN_TOO_MUCH}, {@code
     *     RECEIVED_ON_INVALID}, {@code SETTLEMENT_STATE}
     */
    boolean record(
            String caseNo,
            @Nullable Object bankFlowNo,
            @Nullable Object receivedYuan,
            @Nullable Object receivedOn,
            @Nullable String staff) {
        var flow = ReferenceNumber.entered(bankFlowNo, "银行流水号", ProblemCode.BANK_FLOW_NO_INVALID);
        if (flow.isEmpty()) {
            throw ProblemException.invalid(ProblemCode.BANK_FLOW_NO_REQUIRED, "请填写银行流水号");
        }
        var fen = amount(receivedYuan);
        var statement = statements.locked(caseNo, State.CLOSED);
        var day = day(receivedOn, statement);
        var received = receivedFen(caseNo);
        var left = statement.payableFen() - received;
        if (fen > left) {
            throw ProblemException.invalid(
                    ProblemCode.RECEIVED_FEN_TOO_MUCH, "这份结算单还欠 %s，到账金额不能更多".formatted(Money.yuan(left)));
        }
        var number = new ExpenseNumber(CompanyAccount.BANK, flow, "银行流水号", ProblemCode.BANK_FLOW_NO_USED);
        if (isRecorded(flow)) {
            throw ProblemException.conflict(ProblemCode.BANK_FLOW_NO_USED, "这个银行流水号已经登记过到账，请核对");
        }
        numbers.take(number, new Work("结算单", caseNo));
        jdbc.update(
                """
                insert into settlement_receipt (bank_flow_no, case_no, amount_fen, received_on, recorded_by, recorded_at)
                values (?, ?, ?, ?, ?, ?)""",
                flow,
                caseNo,
                fen,
                day,
                staff,
                Timestamp.from(BusinessTime.now(clock)));
        ledger.post(posting(statement, flow, received, fen, day));
        return fen < left;
    }

    private Posting posting(Statement statement, String flow, long received, long fen, LocalDate day) {
        var posting = Posting.of(
                        Fact.SETTLEMENT_RECEIVED,
                        flow,
                        BusinessTime.startOf(day),
                        Fact.SETTLEMENT_RECEIVED.label() + " " + statement.period())
                .externalNo(flow)
                .debit(Account.BANK, fen);
        for (var share : shares.between(statement, received, received + fen).entrySet()) {
            posting = posting.credit(Account.picc(share.getKey()), share.getValue());
        }
        return posting;
    }

    private static long amount(@Nullable Object yuan) {
        var fen = yuan == null || String.valueOf(yuan).isBlank() ? 0 : Money.fenOfYuan(yuan, MOST_YUAN);
        if (fen == 0) {
            throw ProblemException.invalid(ProblemCode.AMOUNT_INVALID, "请填写到账金额（元），须大于 0");
        }
        return fen;
    }

    /** Money that came before the month began, or has not come yet, is not for this statement. */
    private LocalDate day(@Nullable Object entered, Statement statement) {
        try {
            var day = LocalDate.parse(String.valueOf(entered).strip());
            if (!day.isAfter(BusinessTime.today(clock)) && !day.isBefore(statement.firstDay())) {
                return day;
            }
        } catch (DateTimeException notADay) {
            // falls through to the one answer
        }
        throw ProblemException.invalid(
                ProblemCode.RECEIVED_ON_INVALID, "请填写到账日期，从 %s 到今天".formatted(statement.firstDay()));
    }

    /** In fen. */
    @Transactional(readOnly = true)
    public long receivedFen(String caseNo) {
        Long fen = jdbc.queryForObject(
                "select coalesce(sum(amount_fen), 0) from settlement_receipt where case_no = ?", Long.class, caseNo);
        return fen == null ? 0 : fen;
    }

    private boolean isRecorded(String flow) {
        return !jdbc.queryForList("select 1 from settlement_receipt where upper(bank_flow_no) = upper(?)", flow)
                .isEmpty();
    }

    /** The earliest first. */
    @Transactional(readOnly = true)
    public List<Receipt> of(String caseNo) {
        return jdbc.query(
                """
                select bank_flow_no, amount_fen, received_on, recorded_by from settlement_receipt where case_no = ?
                order by recorded_at, bank_flow_no""",
                (row, number) -> new Receipt(
                        row.getString(1), row.getLong(2), row.getObject(3, LocalDate.class), row.getString(4)),
                caseNo);
    }

    record Receipt(String bankFlowNo, long fen, LocalDate receivedOn, @Nullable String recordedBy) {}
}
