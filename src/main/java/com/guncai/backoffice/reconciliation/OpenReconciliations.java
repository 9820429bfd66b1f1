package com.guncai.backoffice.reconciliation;

import com.guncai.backoffice.process.OpenCases;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is not compared, and each difference that is not resolved, is with {@link ReconciliationProcess}. */
@Component
@Transactional(readOnly = true)
class OpenReconciliations implements OpenCases {
    private static final String OPEN =
            """
            select case_no from (
                select case_no from reconciliation where state = 'WAITING'
                union all
                select difference_no from reconciliation_difference where state <> 'RESOLVED' and raised
            ) cases\s""";

    private final JdbcTemplate jdbc;

    OpenReconciliations(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<OpenCase> page(String after, int size) {
        return jdbc.query(
                OPEN + "where case_no > ? order by case_no limit ?",
                (row, number) -> new OpenCase(row.getString(1), row.getString(1)),
                after,
                size);
    }

    @Override
    public boolean isOpen(String caseNo) {
        return !jdbc.queryForList(OPEN + "where case_no = ?", String.class, caseNo)
                .isEmpty();
    }
}
