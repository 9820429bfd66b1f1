package com.guncai.backoffice.ledger;

import com.guncai.backoffice.ledger.LedgerEntry.Line;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Makes entries of rows; when a row is a line of an entry, of as many rows as the entry has lines. */
class EntryRows implements RowCallbackHandler {
    static final String FIELDS =
            """
            select e.id, e.fact, e.reference, e.at, e.occurred_at, e.service, e.order_no, e.external_no, e.coupon_id, e.text,
                e.reverses, e.book_year, e.entry_no""";

    static final String COLUMNS = FIELDS + " from ledger_entry e ";

    private final Consumer<LedgerEntry> reader;
    private final List<Line> lines = new ArrayList<>();
    private @Nullable LedgerEntry current;

    EntryRows(Consumer<LedgerEntry> reader) {
        this.reader = reader;
    }

    @Override
    public void processRow(ResultSet row) throws SQLException {
        if (current == null || current.id() != row.getLong("id")) {
            end();
            current = entry(row, 0);
        }
        lines.add(line(row.getString("account"), row.getLong("amount_fen")));
    }

    /** After the last row. */
    void end() {
        if (current != null) {
            reader.accept(current.with(sorted(lines)));
        }
        lines.clear();
    }

    static LedgerEntry entry(ResultSet row, int number) throws SQLException {
        var year = row.getInt("book_year");
        var no = row.wasNull() ? null : "%d-%07d".formatted(year, row.getLong("entry_no"));
        return new LedgerEntry(
                row.getLong("id"),
                no,
                Fact.valueOf(row.getString("fact")),
                row.getString("reference"),
                row.getTimestamp("at").toInstant(),
                row.getTimestamp("occurred_at").toInstant(),
                row.getString("service"),
                row.getString("order_no"),
                row.getString("external_no"),
                row.getObject("coupon_id", Long.class),
                row.getString("text"),
                row.getObject("reverses", Long.class),
                List.of());
    }

    static Line line(String account, long fen) {
        return new Line(Account.parse(account), fen);
    }

    /** Debits before credits, as books have them. */
    static List<Line> sorted(List<Line> lines) {
        return lines.stream()
                .sorted(Comparator.comparing((Line line) -> line.amountFen() < 0)
                        .thenComparing(Line::account))
                .toList();
    }
}
