package com.guncai.backoffice.reconciliation;

import com.guncai.backoffice.reconciliation.Difference.Resolution;
import com.guncai.backoffice.reconciliation.Difference.State;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.PersonalDataCipher;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The differences that were found; one of a kind and number is found once. None is ever deleted. */
@Service
@Transactional
class Differences {
    private static final String COLUMNS =
            """
            select difference_no, case_no, source, kind, subject, order_no, at, ours_fen, theirs_fen, fee_fen, state,
                resolution, note, resolved_by, resolved_at, confirmed_by from reconciliation_difference\s""";

    private final JdbcTemplate jdbc;
    private final PersonalDataCipher encryption;
    private final Clock clock;

    Differences(JdbcTemplate jdbc, PersonalDataCipher encryption, Clock clock) {
        this.jdbc = jdbc;
        this.encryption = encryption;
        this.clock = clock;
    }

    /** Says whether it is a new one. */
    boolean add(Difference found) {
        return jdbc.update(
                        """
                        insert into reconciliation_difference (difference_no, case_no, source, kind, subject, order_no, at,
                            ours_fen, theirs_fen, fee_fen, state, raised)
                        select ?, ?, ?, ?, ?, cast(? as varchar(64)), cast(? as timestamp with time zone),
                            cast(? as bigint), cast(? as bigint), ?, 'OPEN', false
                        where not exists (
                            select 1 from reconciliation_difference where source = ? and kind = ? and subject = ?)""",
                        found.differenceNo(),
                        found.caseNo(),
                        found.source().name(),
                        found.kind().name(),
                        found.subject(),
                        found.orderNo(),
                        Timestamp.from(found.at()),
                        found.oursFen(),
                        found.theirsFen(),
                        found.feeFen(),
                        found.source().name(),
                        found.kind().name(),
                        found.subject())
                == 1;
    }

    Optional<Difference> find(String differenceNo) {
        return jdbc.query(COLUMNS + "where difference_no = ?", this::difference, differenceNo).stream()
                .findFirst();
    }

    /**
     * Its row locked until the transaction ends.
     *
     * @throws ProblemException {@code DIFFERENCE_NOT_FOUND}
     */
    Difference locked(String differenceNo) {
        return jdbc.query(COLUMNS + "where difference_no = ? for update", this::difference, differenceNo).stream()
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound(ProblemCode.DIFFERENCE_NOT_FOUND, "没有这笔差异"));
    }

    List<Difference> of(Collection<String> caseNos) {
        return caseNos.isEmpty()
                ? List.of()
                : new NamedParameterJdbcTemplate(jdbc)
                        .query(
                                COLUMNS + "where case_no in (:cases) order by at, difference_no",
                                Map.of("cases", caseNos),
                                this::difference);
    }

    /** Of some numbers, what was missed on the other side. */
    List<Difference> withoutLine(BillSource source, Collection<String> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : new NamedParameterJdbcTemplate(jdbc)
                        .query(
                                COLUMNS
                                        + """
                                        where source = :source and subject in (:numbers)
                                        and kind in ('PAYMENT_WITHOUT_LINE', 'REFUND_WITHOUT_LINE', 'RECORD_WITHOUT_LINE')""",
                                Map.of("source", source.name(), "numbers", numbers),
                                this::difference);
    }

    /** Some that nobody was given yet; they count as given then. */
    List<String> takeUnraised(String caseNo, int most) {
        var found = jdbc.queryForList(
                """
                select difference_no from reconciliation_difference
                where case_no = ? and not raised and state = 'OPEN' order by difference_no limit ?""",
                String.class,
                caseNo,
                most);
        found.forEach(differenceNo -> jdbc.update(
                "update reconciliation_difference set raised = true where difference_no = ?", differenceNo));
        return found;
    }

    void resolved(Difference found, State state, Resolution resolution, @Nullable String note, @Nullable String staff) {
        jdbc.update(
                """
                update reconciliation_difference set state = ?, resolution = ?, note = ?, resolved_by = ?, resolved_at = ?
                where difference_no = ?""",
                state.name(),
                resolution.name(),
                note == null || note.isEmpty() ? null : encryption.convertToDatabaseColumn(note),
                staff,
                Timestamp.from(BusinessTime.now(clock)),
                found.differenceNo());
    }

    void confirmed(Difference found, State state, @Nullable String staff) {
        jdbc.update(
                """
                update reconciliation_difference set state = ?, confirmed_by = ?, confirmed_at = ?
                where difference_no = ?""",
                state.name(),
                staff,
                Timestamp.from(BusinessTime.now(clock)),
                found.differenceNo());
    }

    private Difference difference(ResultSet row, int number) throws SQLException {
        var resolution = row.getString("resolution");
        var resolvedAt = row.getTimestamp("resolved_at");
        var note = row.getString("note");
        return new Difference(
                row.getString("difference_no"),
                row.getString("case_no"),
                BillSource.valueOf(row.getString("source")),
                DifferenceKind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getString("order_no"),
                row.getTimestamp("at").toInstant(),
                row.getObject("ours_fen", Long.class),
                row.getObject("theirs_fen", Long.class),
                row.getLong("fee_fen"),
                State.valueOf(row.getString("state")),
                resolution == null ? null : Resolution.valueOf(resolution),
                note == null ? null : encryption.convertToEntityAttribute(note),
                row.getString("resolved_by"),
                resolvedAt == null ? null : resolvedAt.toInstant(),
                row.getString("confirmed_by"));
    }
}
