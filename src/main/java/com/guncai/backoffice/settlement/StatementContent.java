package com.guncai.backoffice.settlement;

import com.guncai.backoffice.settlement.Figure.Key;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The figures of statements and the entries behind each, as they were counted. */
@Service
@Transactional
class StatementContent {
    private final JdbcTemplate jdbc;

    StatementContent(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param place of the first of them in the statement */
    void addParts(String caseNo, long place, List<Part> parts) {
        var rows = new ArrayList<Object[]>();
        for (var part : parts) {
            rows.add(new Object[] {
                caseNo,
                place + rows.size(),
                part.key().section().name(),
                part.key().service(),
                part.key().part(),
                part.entry().id(),
                part.amountFen(),
                part.reason()
            });
        }
        jdbc.batchUpdate(
                """
                insert into settlement_entry (case_no, place, section, service, part, entry_id, amount_fen, reason)
                values (?, ?, ?, ?, ?, ?, ?, ?)""",
                rows);
    }

    void addFigures(String caseNo, Collection<Figure> figures) {
        jdbc.batchUpdate(
                """
                insert into settlement_figure (case_no, section, service, part, entries, amount_fen, late_entries, late_fen)
                values (?, ?, ?, ?, ?, ?, ?, ?)""",
                figures.stream()
                        .map(figure -> new Object[] {
                            caseNo,
                            figure.key().section().name(),
                            figure.key().service(),
                            figure.key().part(),
                            figure.entries(),
                            figure.amountFen(),
                            figure.lateEntries(),
                            figure.lateFen()
                        })
                        .toList());
    }

    /** In the order of a statement. */
    List<Figure> figures(String caseNo) {
        return jdbc
                .query(
                        """
                        select section, service, part, entries, amount_fen, late_entries, late_fen from settlement_figure
                        where case_no = ?""",
                        (row, number) ->
                                new Figure(key(row), row.getLong(4), row.getLong(5), row.getLong(6), row.getLong(7)),
                        caseNo)
                .stream()
                .sorted((one, other) -> one.key().compareTo(other.key()))
                .toList();
    }

    /**
     * The entries of a figure, in their order.
     *
     * @param after the place of the last one of the page before; 0 for the first page
     */
    List<Line> page(String caseNo, Key key, long after, int size) {
        return jdbc.query(
                LINES + "where s.case_no = ? and s.section = ? and s.service = ? and s.part = ? and s.place > ?"
                        + " order by s.place limit ?",
                StatementContent::line,
                caseNo,
                key.section().name(),
                key.service(),
                key.part(),
                after,
                size);
    }

    /** The entries of a section, some thousand at a time, in the order of their figures. */
    List<Line> chunk(String caseNo, Section section, @Nullable Line last, int size) {
        var key = last == null ? new Key(section, "", "") : last.key();
        return jdbc.query(
                LINES + "where s.case_no = ? and s.section = ? and (s.service, s.part, s.place) > (?, ?, ?)"
                        + " order by s.service, s.part, s.place limit ?",
                StatementContent::line,
                caseNo,
                section.name(),
                key.service(),
                key.part(),
                last == null ? 0 : last.place(),
                size);
    }

    private static final String LINES =
            """
            select s.section, s.service, s.part, s.place, s.amount_fen, s.reason, e.book_year, e.entry_no, e.at, e.occurred_at,
                e.text, e.order_no, e.external_no from settlement_entry s join ledger_entry e on e.id = s.entry_id\s""";

    private static Key key(ResultSet row) throws SQLException {
        return new Key(Section.valueOf(row.getString("section")), row.getString("service"), row.getString("part"));
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                key(row),
                row.getLong("place"),
                "%d-%07d".formatted(row.getInt("book_year"), row.getLong("entry_no")),
                row.getTimestamp("at").toInstant(),
                row.getTimestamp("occurred_at").toInstant(),
                row.getString("text"),
                row.getString("order_no"),
                row.getString("external_no"),
                row.getLong("amount_fen"),
                row.getString("reason"));
    }
}
