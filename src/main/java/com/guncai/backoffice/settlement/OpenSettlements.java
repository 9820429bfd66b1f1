package com.guncai.backoffice.settlement;

import com.guncai.backoffice.process.OpenCases;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A statement that is not closed, or not paid, is with {@link SettlementProcess}. */
@Component
@Transactional(readOnly = true)
class OpenSettlements implements OpenCases {
    private static final String OPEN =
            """
            select s.case_no from settlement_statement s where (s.open_slot is not null or s.state = 'CLOSED' and s.payable_fen >
                (select coalesce(sum(r.amount_fen), 0) from settlement_receipt r where r.case_no = s.case_no))\s""";

    private final JdbcTemplate jdbc;

    OpenSettlements(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<OpenCase> page(String after, int size) {
        return jdbc.query(
                OPEN + "and s.case_no > ? order by s.case_no limit ?",
                (row, number) -> new OpenCase(row.getString(1), row.getString(1)),
                after,
                size);
    }

    @Override
    public boolean isOpen(String caseNo) {
        return !jdbc.queryForList(OPEN + "and s.case_no = ?", String.class, caseNo)
                .isEmpty();
    }
}
