package com.guncai.backoffice.reconciliation;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** The lines of all bills and statements, each once. */
@Component
class BillLines {
    private static final int DIFFERENT = 1000;

    private final NamedParameterJdbcTemplate jdbc;
    private final AtomicInteger asked = new AtomicInteger();

    BillLines(JdbcTemplate jdbc) {
        this.jdbc = new NamedParameterJdbcTemplate(jdbc);
    }

    /** Those of some numbers that are there; at most some thousand at a time. */
    Map<String, Known> known(BillSource source, Collection<String> numbers) {
        var known = new HashMap<String, Known>();
        if (!numbers.isEmpty()) {
            jdbc.query(
                    // Another text each time: a plan that is kept was made when the table was empty, and reads all of
                    // it.
                    "/* " + asked.incrementAndGet() % DIFFERENT + " */"
                            + """
                    select external_no, case_no, amount_fen from bill_line
                    where source = :source and external_no in (:numbers)""",
                    Map.of("source", source.name(), "numbers", numbers),
                    row -> {
                        known.put(row.getString(1), new Known(row.getString(2), row.getLong(3)));
                    });
        }
        return known;
    }

    void add(BillSource source, String caseNo, List<BillLine> lines) {
        jdbc.getJdbcTemplate()
                .batchUpdate(
                        """
                        insert into bill_line (source, external_no, case_no, kind, at, order_no, amount_fen, fee_fen)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""",
                        lines.stream()
                                .map(line -> new Object[] {
                                    source.name(),
                                    line.externalNo(),
                                    caseNo,
                                    line.kind().name(),
                                    Timestamp.from(line.at()),
                                    line.orderNo(),
                                    line.amountFen(),
                                    line.feeFen()
                                })
                                .toList());
    }

    /** A line of an earlier file, or of this one. */
    record Known(String caseNo, long amountFen) {}
}
