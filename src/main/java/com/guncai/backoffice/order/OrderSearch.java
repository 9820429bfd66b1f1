package com.guncai.backoffice.order;

import com.guncai.backoffice.shared.Masked;
import com.guncai.backoffice.shared.SearchDigests;
import com.guncai.backoffice.shared.ServiceCode;
import com.guncai.backoffice.shared.Services;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds orders of all customers for staff, newest first. A page costs one statement, which reads as many rows as the page has
 * by an index, however many orders there are; the next page begins behind the last order of this one.
 */
@Service
@Transactional(readOnly = true)
public class OrderSearch {
    private static final String FOUND =
            """
            select o.order_no, o.customer_id, o.service, o.status, o.price_fen, o.discount_fen, o.payable_fen, o.paid_fen,
                o.refunded_fen, o.under_refund, o.created_at
            from customer_order o where\s""";

    private final List<OrderLookup> lookups;
    private final SearchDigests digests;
    private final Services services;
    private final NamedParameterJdbcTemplate jdbc;

    OrderSearch(List<OrderLookup> lookups, SearchDigests digests, Services services, NamedParameterJdbcTemplate jdbc) {
        this.lookups = lookups;
        this.digests = digests;
        this.services = services;
        this.jdbc = jdbc;
    }

    /** As many as {@code size}, behind an order of the page before. */
    public List<Found> page(Criteria criteria, @Nullable Position after, int size) {
        var parameters = new HashMap<String, @Nullable Object>(criteria.parameters());
        var sql = new StringBuilder(FOUND);
        if (criteria.scope().isEmpty()) {
            return List.of();
        }
        sql.append(within(criteria.scope(), parameters));
        if (!criteria.term().isBlank()) {
            var query = query(criteria.term());
            sql.append(within(query.sql()));
            parameters.putAll(query.parameters());
        }
        if (criteria.status() != null) {
            sql.append(" and o.status = :status");
            parameters.put("status", criteria.status().name());
        }
        if (criteria.from() != null) {
            sql.append(" and o.created_at >= :from");
            parameters.put("from", time(criteria.from()));
        }
        if (criteria.before() != null) {
            sql.append(" and o.created_at < :before");
            parameters.put("before", time(criteria.before()));
        }
        if (!criteria.city().isEmpty()) {
            var queries = lookups.stream()
                    .map(OrderLookup::queryByCity)
                    .filter(query -> !query.isEmpty())
                    .toList();
            sql.append(within(String.join(" union all ", queries)));
            parameters.put("city", criteria.city());
        }
        criteria.within().forEach(query -> sql.append(within(query)));
        if (after != null) {
            sql.append(" and (o.created_at, o.order_no) < (:afterAt, :afterNo)");
            parameters.put("afterAt", time(after.createdAt()));
            parameters.put("afterNo", after.orderNo());
        }
        parameters.put("size", size);
        sql.append(" order by o.created_at desc, o.order_no desc limit :size");
        return jdbc.query(sql.toString(), parameters, (row, number) -> found(row));
    }

    /** The orders that a term finds, for a search of another module. */
    public TermQuery query(String entered) {
        var term = SearchTerm.of(entered, digests);
        var queries = lookups.stream()
                .flatMap(lookup -> lookup.queries(term).stream())
                .toList();
        var parameters = new HashMap<>(term.parameters());
        lookups.forEach(lookup -> parameters.putAll(lookup.parameters(term)));
        return new TermQuery(
                queries.isEmpty()
                        ? "select order_no from customer_order where 1 = 0"
                        : String.join(" union all ", queries),
                parameters);
    }

    /** The orders of a service, for a search of another module. */
    public TermQuery query(ServiceCode service) {
        return new TermQuery(
                "select order_no from customer_order where service = :service", Map.of("service", service.code()));
    }

    /** Cities to choose from, as the services name them. */
    public List<String> cities() {
        return lookups.stream()
                .flatMap(lookup -> lookup.cities().stream())
                .distinct()
                .toList();
    }

    private String within(Scope scope, Map<String, @Nullable Object> parameters) {
        if (scope.priced().size() == services.all().size() && scope.claims().equals(scope.priced())) {
            return "1 = 1";
        }
        var either = new ArrayList<String>();
        if (!scope.priced().isEmpty()) {
            either.add("o.service in (:priced) and o.payable_fen > 0");
            parameters.put("priced", codes(scope.priced()));
        }
        if (!scope.claims().isEmpty()) {
            either.add("o.service in (:claims) and o.payable_fen = 0");
            parameters.put("claims", codes(scope.claims()));
        }
        return "(" + String.join(" or ", either) + ")";
    }

    private static List<String> codes(Set<ServiceCode> services) {
        return services.stream().map(ServiceCode::code).toList();
    }

    private static String within(String query) {
        return " and o.order_no in (" + query + ")";
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private Found found(ResultSet row) throws SQLException {
        return new Found(
                row.getString("order_no"),
                row.getLong("customer_id"),
                services.convert(row.getString("service")),
                OrderStatus.valueOf(row.getString("status")),
                row.getLong("price_fen"),
                row.getLong("discount_fen"),
                row.getLong("payable_fen"),
                row.getLong("paid_fen"),
                row.getLong("refunded_fen"),
                row.getBoolean("under_refund"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    /**
     * What is looked for; each part narrows it.
     *
     * @param scope of these only: whoever asks may see no others
     * @param term a number, a phone, a name as somebody typed it; empty for any
     * @param from inclusive, {@code before} exclusive
     * @param city empty for any
     * @param within queries of order numbers that another module knows, with their {@code parameters}
     */
    public record Criteria(
            Scope scope,
            String term,
            @Nullable OrderStatus status,
            @Nullable Instant from,
            @Nullable Instant before,
            String city,
            List<String> within,
            Map<String, ?> parameters) {
        @Override
        public String toString() {
            return Masked.text(this);
        }
    }

    /**
     * Which orders: those that customers pay for, of some services, and claims of some.
     *
     * @param priced services of which coupons or goods are sold
     * @param claims services of which customers claim money back
     */
    public record Scope(Set<ServiceCode> priced, Set<ServiceCode> claims) {
        public boolean isEmpty() {
            return priced.isEmpty() && claims.isEmpty();
        }

        public boolean covers(Order order) {
            return (order.payableFen() > 0 ? priced : claims).contains(order.service());
        }
    }

    /** A query of order numbers with its parameters. */
    public record TermQuery(String sql, Map<String, String> parameters) {
        @Override
        public String toString() {
            return Masked.text(this);
        }
    }

    /** Where a page ends. */
    public record Position(Instant createdAt, String orderNo) {}

    /** An order as a line of the list. Amounts in fen. */
    public record Found(
            String orderNo,
            long customerId,
            ServiceCode service,
            OrderStatus status,
            long priceFen,
            long discountFen,
            long payableFen,
            long paidFen,
            long refundedFen,
            boolean underRefund,
            Instant createdAt) {
        public Position position() {
            return new Position(createdAt, orderNo);
        }
    }
}
