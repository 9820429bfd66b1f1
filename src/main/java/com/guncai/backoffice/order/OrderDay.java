package com.guncai.backoffice.order;

import com.guncai.backoffice.shared.ServiceCode;
import com.guncai.backoffice.shared.Services;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What happened to orders in a time, counted by indexes over the time alone, however many orders there are. */
@Repository
@Transactional(readOnly = true)
public class OrderDay {
    private static final String PLACED = "PLACED";

    private final NamedParameterJdbcTemplate jdbc;
    private final Services services;

    OrderDay(NamedParameterJdbcTemplate jdbc, Services services) {
        this.jdbc = jdbc;
        this.services = services;
    }

    /** Something that happens to an order, as the timeline has it. */
    public enum Happening {
        PAID("收到付款", PaymentReceived.class),
        COMPLETED("完成", OrderCompleted.class),
        CANCELLED("取消", OrderCancelled.class),
        REFUNDED("退款", RefundFinished.class);

        private final String label;
        private final String fact;

        Happening(String label, Class<? extends OrderEvent> fact) {
            this.label = label;
            this.fact = fact.getSimpleName();
        }

        public String label() {
            return label;
        }

        /** The orders to which it happened in a time, for a search with the {@link #parameters}. */
        public String orders() {
            return "select e.order_no from timeline_entry e where e.fact = :fact and e.at >= :factFrom and e.at <"
                    + " :factBefore";
        }

        public Map<String, Object> parameters(Instant from, Instant before) {
            return Map.of("fact", fact, "factFrom", time(from), "factBefore", time(before));
        }
    }

    /** Of all services; an order to which the same happened twice counts once. One statement. */
    public Counts counts(Instant from, Instant before) {
        var found = new HashMap<String, Long>();
        jdbc.query(
                """
                select 'PLACED', count(*) from customer_order where created_at >= :from and created_at < :before
                union all
                select fact, count(distinct order_no) from timeline_entry
                where fact in (:facts) and at >= :from and at < :before group by fact""",
                Map.of(
                        "from", time(from),
                        "before", time(before),
                        "facts",
                                List.of(Happening.values()).stream()
                                        .map(one -> one.fact)
                                        .toList()),
                row -> {
                    found.put(row.getString(1), row.getLong(2));
                });
        var happened = new HashMap<Happening, Long>();
        for (var one : Happening.values()) {
            happened.put(one, found.getOrDefault(one.fact, 0L));
        }
        return new Counts(found.getOrDefault(PLACED, 0L), happened);
    }

    /** How long orders took that were accepted or completed in a time, from their payment, or from handing in a claim. */
    public List<Pace> paces(Instant from, Instant before) {
        return jdbc.query(
                """
                select service, fact, count(*), percentile_cont(0.5) within group (order by seconds),
                    percentile_cont(0.9) within group (order by seconds)
                from (select o.service, e.fact,
                        cast(extract(epoch from (e.at - coalesce(o.paid_at, o.created_at))) as double precision) as seconds
                    from timeline_entry e join customer_order o on o.order_no = e.order_no
                    where e.fact in ('OrderAccepted', 'OrderCompleted') and e.at >= :from and e.at < :before) took
                group by service, fact order by service, fact""",
                Map.of("from", time(from), "before", time(before)),
                (row, number) -> new Pace(
                        services.convert(row.getString(1)),
                        row.getString(2).equals("OrderCompleted"),
                        row.getLong(3),
                        Duration.ofSeconds(Math.max(0, Math.round(row.getDouble(4)))),
                        Duration.ofSeconds(Math.max(0, Math.round(row.getDouble(5))))));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    public record Counts(long placed, Map<Happening, Long> happened) {
        public long of(Happening one) {
            return happened.getOrDefault(one, 0L);
        }
    }

    /** @param completion whether until the order was completed, otherwise until it was accepted */
    public record Pace(ServiceCode service, boolean completion, long orders, Duration median, Duration ninetieth) {}
}
