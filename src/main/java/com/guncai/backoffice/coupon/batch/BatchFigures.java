package com.guncai.backoffice.coupon.batch;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** What became of the rows and the codes of batches, counted for as many in one query. */
@Component
class BatchFigures {
    private final NamedParameterJdbcTemplate jdbc;

    BatchFigures(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** How far the owners of issued batches have been told, by case. */
    Map<String, Told> told(Collection<String> cases) {
        return counted(
                cases,
                """
                select case_no, count(*), count(told), coalesce(sum(case when told <> 'SENT' then 1 else 0 end), 0)
                from coupon_batch_row where case_no in (:cases) and outcome = 'GOOD' group by case_no""",
                Told::caseNo,
                (row, number) -> new Told(row.getString(1), row.getInt(2), row.getInt(3), row.getInt(4)));
    }

    /** What became of the codes of imports, by case. */
    Map<String, Codes> codes(Collection<String> cases) {
        return counted(
                cases,
                """
                select import_no, count(*), sum(case when state = 'IN_STOCK' then 1 else 0 end),
                       sum(case when state = 'DISCARDED' then 1 else 0 end)
                from coupon_code where import_no in (:cases) group by import_no""",
                Codes::caseNo,
                (row, number) -> new Codes(row.getString(1), row.getInt(2), row.getInt(3), row.getInt(4)));
    }

    private <T> Map<String, T> counted(
            Collection<String> cases, String sql, Function<T, String> key, RowMapper<T> mapper) {
        List<T> found = cases.isEmpty() ? List.of() : jdbc.query(sql, Map.of("cases", cases), mapper);
        return found.stream().collect(toMap(key, Function.identity()));
    }

    /**
     * @param rows with owners to tell
     * @param told of them, refused ones included
     * @param refused by the provider
     */
    record Told(String caseNo, int rows, int told, int refused) {}

    /** @param discarded too close to their expiry before anybody got them */
    record Codes(String caseNo, int imported, int inStock, int discarded) {}
}
