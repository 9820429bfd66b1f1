package com.guncai.backoffice.settlement;

import com.guncai.backoffice.settlement.Statement.State;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.PersonalDataCipher;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The statements as the table has them. A month is there once, and one is open at a time: the database sees to it. */
@Service
@Transactional
class SettlementStatements {
    private static final String COLUMNS = "select * from settlement_statement ";

    private final JdbcTemplate jdbc;
    private final PersonalDataCipher encryption;
    private final Clock clock;

    SettlementStatements(JdbcTemplate jdbc, PersonalDataCipher encryption, Clock clock) {
        this.jdbc = jdbc;
        this.encryption = encryption;
        this.clock = clock;
    }

    void open(String caseNo, YearMonth period, long ceilingFen, @Nullable String staff) {
        jdbc.update(
                """
                insert into settlement_statement (case_no, period, held_period, open_slot, first_day, last_day, state,
                    started_by, started_at, due_fen, carried_fen, payable_fen, ceiling_fen, used_fen)
                values (?, ?, ?, 1, ?, ?, 'MAKING', ?, ?, 0, 0, 0, ?, 0)""",
                caseNo,
                period.toString(),
                period.toString(),
                period.atDay(1),
                period.atEndOfMonth(),
                staff,
                now(),
                ceilingFen);
    }

    Optional<Statement> find(String caseNo) {
        return query("where case_no = ?", caseNo).stream().findFirst();
    }

    /** @throws ProblemException {@code SETTLEMENT_NOT_FOUND} */
    Statement get(String caseNo) {
        return find(caseNo).orElseThrow(SettlementStatements::unknown);
    }

    /** The one of a month that nobody rejected. */
    Optional<Statement> of(YearMonth period) {
        return query("where held_period = ?", period.toString()).stream().findFirst();
    }

    /** Whether there ever was one of a month. */
    boolean isAny(YearMonth period) {
        return !query("where period = ?", period.toString()).isEmpty();
    }

    /** The one that is neither closed nor rejected. */
    Optional<Statement> open() {
        return query("where open_slot = 1").stream().findFirst();
    }

    /** The one that was closed last. */
    Optional<Statement> lastClosed() {
        return query("where state = 'CLOSED' order by book_year desc, statement_seq desc limit 1").stream()
                .findFirst();
    }

    /** Newest month first; of a month, the newest first. One more than asked for when there are more. */
    List<Statement> page(int from, int size) {
        return query("order by period desc, started_at desc, case_no limit ? offset ?", size + 1, from);
    }

    /** @throws ProblemException {@code SETTLEMENT_NOT_FOUND}, {@code SETTLEMENT_STATE} unless it is in that state */
    Statement locked(String caseNo, State state) {
        var found = query("where case_no = ? for update", caseNo).stream()
                .findFirst()
                .orElseThrow(SettlementStatements::unknown);
        if (found.state() != state) {
            throw ProblemException.conflict(
                    ProblemCode.SETTLEMENT_STATE,
                    "这份结算单%s，请刷新查看".formatted(found.state().label()));
        }
        return found;
    }

    void made(String caseNo, long dueFen, long carriedFen, long payableFen, long usedFen) {
        jdbc.update(
                """
                update settlement_statement set state = 'CHECKING', made_at = ?, due_fen = ?, carried_fen = ?,
                    payable_fen = ?, used_fen = ? where case_no = ?""",
                now(),
                dueFen,
                carriedFen,
                payableFen,
                usedFen,
                caseNo);
    }

    /** A rejected one holds neither its month nor the place of the open one. */
    void checked(String caseNo, State then, @Nullable String staff, @Nullable String note) {
        jdbc.update(
                """
                update settlement_statement set state = ?, checked_by = ?, checked_at = ?, check_note = ?, confirmed_by = null,
                    confirmed_at = null, held_period = case when ? = 'REJECTED' then null else held_period end,
                    open_slot = case when ? = 'REJECTED' then null else open_slot end where case_no = ?""",
                then.name(),
                staff,
                now(),
                note == null || note.isEmpty() ? null : encryption.convertToDatabaseColumn(note),
                then.name(),
                then.name(),
                caseNo);
    }

    void confirmed(String caseNo, State then, String staff) {
        jdbc.update(
                "update settlement_statement set state = ?, confirmed_by = ?, confirmed_at = ? where case_no = ?",
                then.name(),
                staff,
                now(),
                caseNo);
    }

    void closed(String caseNo, int year, int seq, Instant at, String digest, String workbookDigest) {
        jdbc.update(
                """
                update settlement_statement set state = 'CLOSED', open_slot = null, book_year = ?, statement_seq = ?, closed_at = ?,
                    digest = ?, workbook_digest = ? where case_no = ?""",
                year,
                seq,
                Timestamp.from(at),
                digest,
                workbookDigest,
                caseNo);
    }

    private List<Statement> query(String condition, Object... values) {
        return jdbc.query(COLUMNS + condition, this::statement, values);
    }

    private Timestamp now() {
        return Timestamp.from(BusinessTime.now(clock));
    }

    private static ProblemException unknown() {
        return ProblemException.notFound(ProblemCode.SETTLEMENT_NOT_FOUND, "没有这份结算单");
    }

    private Statement statement(ResultSet row, int number) throws SQLException {
        var note = row.getString("check_note");
        var seq = row.getInt("statement_seq");
        return new Statement(
                row.getString("case_no"),
                YearMonth.parse(row.getString("period")),
                State.valueOf(row.getString("state")),
                row.getString("started_by"),
                row.getTimestamp("started_at").toInstant(),
                instant(row, "made_at"),
                row.getLong("due_fen"),
                row.getLong("carried_fen"),
                row.getLong("payable_fen"),
                row.getLong("ceiling_fen"),
                row.getLong("used_fen"),
                row.getString("checked_by"),
                instant(row, "checked_at"),
                note == null ? null : encryption.convertToEntityAttribute(note),
                row.getString("confirmed_by"),
                instant(row, "confirmed_at"),
                seq == 0 ? null : number(row.getInt("book_year"), seq),
                row.getString("digest"),
                row.getString("workbook_digest"),
                instant(row, "closed_at"));
    }

    /** {@code 2026-003}. */
    static String number(int year, int seq) {
        return "%d-%03d".formatted(year, seq);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
