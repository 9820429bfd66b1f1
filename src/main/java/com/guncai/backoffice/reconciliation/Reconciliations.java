package com.guncai.backoffice.reconciliation;

import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.CaseNumbers;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The days and files that were compared. A day of a source, and a file, are there once: the database sees to it. */
@Service
@Transactional
class Reconciliations {
    /** WeChat Pay makes bills of three months. */
    private static final int DAYS_BACK = 89;

    /** WeChat Pay has the bills of a day after ten in the morning of the next. */
    private static final LocalTime DUE = LocalTime.of(10, 30);

    private static final String COLUMNS =
            """
            select case_no, source, bill_day, first_day, last_day, state, lines, started_by, started_at, compared_at
            from reconciliation\s""";

    private final JdbcTemplate jdbc;
    private final CaseNumbers numbers;
    private final Clock clock;

    Reconciliations(JdbcTemplate jdbc, CaseNumbers numbers, Clock clock) {
        this.jdbc = jdbc;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** Opens the days of WeChat Pay whose bills are due and not opened yet; the first time, one alone. Answers their cases. */
    List<String> openDays() {
        var now = BusinessTime.local(clock.instant());
        var latest = now.toLocalDate().minusDays(now.toLocalTime().isBefore(DUE) ? 2 : 1);
        var last = jdbc.queryForObject(
                "select max(bill_day) from reconciliation where source = 'WECHAT'", LocalDate.class);
        var day = last == null ? latest : last.plusDays(1);
        if (day.isBefore(latest.minusDays(DAYS_BACK))) {
            day = latest.minusDays(DAYS_BACK);
        }
        var opened = new ArrayList<String>();
        for (; !day.isAfter(latest); day = day.plusDays(1)) {
            var caseNo = numbers.next();
            insert(caseNo, BillSource.WECHAT, day, null, day, null);
            opened.add(caseNo);
        }
        return opened;
    }

    /** @throws ProblemException {@code STATEMENT_KNOWN} when the same file was handed in before */
    String openFile(BillSource source, String digest, @Nullable String staff) {
        var earlier = jdbc.query(
                COLUMNS + "where source = ? and digest = ?", Reconciliations::reconciliation, source.name(), digest);
        if (!earlier.isEmpty()) {
            throw ProblemException.conflict(
                    ProblemCode.STATEMENT_KNOWN,
                    "这份对账单 %s 已经交过（%s），不用再交"
                            .formatted(
                                    BusinessTime.text(earlier.get(0).startedAt()),
                                    earlier.get(0).title()));
        }
        var caseNo = numbers.next();
        insert(caseNo, source, null, digest, BusinessTime.today(clock), staff);
        return caseNo;
    }

    private void insert(
            String caseNo,
            BillSource source,
            @Nullable LocalDate day,
            @Nullable String digest,
            LocalDate of,
            @Nullable String staff) {
        jdbc.update(
                """
                insert into reconciliation (case_no, source, bill_day, digest, first_day, last_day, state, lines, started_by,
                    started_at)
                values (?, ?, ?, ?, ?, ?, 'WAITING', 0, ?, ?)""",
                caseNo,
                source.name(),
                day,
                digest,
                of,
                of,
                staff,
                Timestamp.from(BusinessTime.now(clock)));
    }

    Optional<Reconciliation> find(String caseNo) {
        return jdbc.query(COLUMNS + "where case_no = ?", Reconciliations::reconciliation, caseNo).stream()
                .findFirst();
    }

    /** Its row locked until the transaction ends. */
    Reconciliation locked(String caseNo) {
        return jdbc.query(COLUMNS + "where case_no = ? for update", Reconciliations::reconciliation, caseNo).stream()
                .findFirst()
                .orElseThrow();
    }

    /** Those that tell of any of these days, the latest first. */
    List<Reconciliation> between(LocalDate from, LocalDate to) {
        return jdbc.query(
                COLUMNS + "where last_day >= ? and first_day <= ? order by last_day desc, source desc, started_at desc",
                Reconciliations::reconciliation,
                from,
                to);
    }

    void compared(String caseNo, LocalDate firstDay, LocalDate lastDay, long lines, boolean clean) {
        jdbc.update(
                """
                update reconciliation set first_day = ?, last_day = ?, lines = ?, state = ?, compared_at = ?
                where case_no = ?""",
                firstDay,
                lastDay,
                lines,
                (clean ? Reconciliation.State.CLEAN : Reconciliation.State.OPEN).name(),
                Timestamp.from(BusinessTime.now(clock)),
                caseNo);
    }

    /** When none of its differences is left. */
    void settle(String caseNo) {
        locked(caseNo);
        jdbc.update(
                """
                update reconciliation set state = 'RESOLVED' where case_no = ? and state = 'OPEN' and not exists (
                    select 1 from reconciliation_difference d
                    where d.case_no = reconciliation.case_no and d.state <> 'RESOLVED')""",
                caseNo);
    }

    private static Reconciliation reconciliation(ResultSet row, int number) throws SQLException {
        var compared = row.getTimestamp("compared_at");
        return new Reconciliation(
                row.getString("case_no"),
                BillSource.valueOf(row.getString("source")),
                row.getObject("bill_day", LocalDate.class),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                Reconciliation.State.valueOf(row.getString("state")),
                row.getLong("lines"),
                row.getString("started_by"),
                row.getTimestamp("started_at").toInstant(),
                compared == null ? null : compared.toInstant());
    }
}
