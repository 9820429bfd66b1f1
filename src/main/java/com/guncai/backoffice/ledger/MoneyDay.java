package com.guncai.backoffice.ledger;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Money between the company and its customers that was posted in a time; one statement by the index of the accounts. */
@Repository
@Transactional(readOnly = true)
public class MoneyDay {
    private final NamedParameterJdbcTemplate jdbc;

    MoneyDay(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public Sums sums(Instant from, Instant before) {
        var moved = new HashMap<String, Long>();
        jdbc.query(
                """
                select e.fact, sum(l.amount_fen) from ledger_line l join ledger_entry e on e.id = l.entry_id
                where l.account in ('WECHAT', 'ALIPAY', 'BANK') and l.at >= :from and l.at < :before
                    and e.fact in ('ORDER_PAID', 'REFUNDED', 'REFUNDED_BY_HAND', 'CASHBACK_PAID')
                group by e.fact""",
                Map.of("from", Timestamp.from(from), "before", Timestamp.from(before)),
                row -> {
                    moved.put(row.getString(1), row.getLong(2));
                });
        return new Sums(
                of(moved, Fact.ORDER_PAID),
                -of(moved, Fact.REFUNDED) - of(moved, Fact.REFUNDED_BY_HAND),
                -of(moved, Fact.CASHBACK_PAID));
    }

    private static long of(Map<String, Long> moved, Fact fact) {
        return moved.getOrDefault(fact.name(), 0L);
    }

    /**
     * @param paidFen customers paid
     * @param refundedFen went back to them
     * @param transferredFen cashback that was transferred
     */
    public record Sums(long paidFen, long refundedFen, long transferredFen) {}
}
