package com.guncai.backoffice.coupon.batch;

import com.guncai.backoffice.shared.PersonalDataCipher;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** The rows of the files, by the thousand: plain SQL in batches. */
@Component
class BatchRows {
    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;
    private final PersonalDataCipher encryption;

    BatchRows(JdbcTemplate jdbc, PersonalDataCipher encryption) {
        this.jdbc = jdbc;
        this.named = new NamedParameterJdbcTemplate(jdbc);
        this.encryption = encryption;
    }

    void forget(String caseNo) {
        jdbc.update("delete from coupon_batch_row where case_no = ?", caseNo);
    }

    /** What became of each row stays; its phone number or code does not. */
    void forgetContents(String caseNo) {
        jdbc.update("update coupon_batch_row set content = null where case_no = ? and content is not null", caseNo);
    }

    /** @param digests of the contents, by row number */
    void keep(String caseNo, List<BatchRow> rows, Map<Integer, String> digests) {
        jdbc.batchUpdate(
                """
                insert into coupon_batch_row
                    (case_no, row_no, content, digest, shown, quantity, valid_until, outcome, reason)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                rows,
                1000,
                (statement, row) -> {
                    statement.setString(1, caseNo);
                    statement.setInt(2, row.number());
                    statement.setString(3, encryption.convertToDatabaseColumn(row.content()));
                    statement.setString(4, digests.get(row.number()));
                    statement.setString(5, row.shown());
                    statement.setInt(6, row.quantity());
                    var until = row.validUntil();
                    statement.setTimestamp(7, until == null ? null : Timestamp.from(until));
                    statement.setString(8, row.outcome().name());
                    statement.setString(9, row.reason());
                });
    }

    /** Which of these codes were ever imported. */
    Set<String> imported(Collection<String> digests) {
        return digests.isEmpty()
                ? Set.of()
                : new HashSet<>(named.queryForList(
                        "select code_digest from coupon_code where code_digest in (:digests)",
                        Map.of("digests", digests),
                        String.class));
    }

    RowCounts count(String caseNo) {
        var counts = jdbc.queryForObject(
                """
                select coalesce(sum(case when outcome = 'GOOD' then 1 else 0 end), 0),
                       coalesce(sum(case when outcome = 'BAD' then 1 else 0 end), 0),
                       coalesce(sum(case when outcome = 'SHORT' then 1 else 0 end), 0),
                       coalesce(sum(case when outcome = 'GOOD' then quantity else 0 end), 0)
                from coupon_batch_row where case_no = ?""",
                (row, number) -> new RowCounts(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)),
                caseNo);
        return counts == null ? new RowCounts(0, 0, 0, 0) : counts;
    }

    /** The first and the last day on which what the good rows name is valid; empty when they name none. */
    List<Instant> validity(String caseNo) {
        return jdbc.query(
                        "select min(valid_until), max(valid_until) from coupon_batch_row"
                                + " where case_no = ? and outcome = 'GOOD'",
                        (row, number) -> Stream.of(row.getTimestamp(1), row.getTimestamp(2))
                                .filter(Objects::nonNull)
                                .map(Timestamp::toInstant)
                                .toList(),
                        caseNo)
                .get(0);
    }

    /** The first bad rows, for a preview. */
    List<Line> bad(String caseNo, int most) {
        return jdbc.query(
                "select row_no, shown, outcome, reason, quantity, told from coupon_batch_row"
                        + " where case_no = ? and outcome = 'BAD' order by row_no limit " + most,
                (row, number) -> line(row),
                caseNo);
    }

    /** What people see of the first rows, to tell whether the right column was read. */
    List<String> samples(String caseNo, int most) {
        return jdbc.queryForList(
                "select shown from coupon_batch_row where case_no = ? order by row_no limit " + most,
                String.class,
                caseNo);
    }

    /** Every row, one after the other. */
    void forEach(String caseNo, Consumer<Line> reader) {
        jdbc.query(
                connection -> {
                    var statement = connection.prepareStatement(
                            "select row_no, shown, outcome, reason, quantity, told from coupon_batch_row"
                                    + " where case_no = ? order by row_no");
                    statement.setFetchSize(1000);
                    statement.setString(1, caseNo);
                    return statement;
                },
                row -> {
                    reader.accept(line(row));
                });
    }

    private static Line line(ResultSet row) throws SQLException {
        var told = row.getString("told");
        return new Line(
                row.getInt("row_no"),
                row.getString("shown"),
                BatchRow.Outcome.valueOf(row.getString("outcome")),
                row.getString("reason"),
                row.getInt("quantity"),
                told == null ? "" : told);
    }

    /** @param told what became of the message to its owner: empty, {@code SENT} or the code of a refusal */
    record Line(int number, String shown, BatchRow.Outcome outcome, String reason, int quantity, String told) {}
}
