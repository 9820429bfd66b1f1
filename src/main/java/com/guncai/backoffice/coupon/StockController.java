package com.guncai.backoffice.coupon;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The stock of codes for the page 券码与批次: how many in which state, and until when those in stock may be handed out. */
@Hidden
@RestController
class StockController {
    private final CouponProducts products;
    private final CodeStock stock;
    private final JdbcTemplate jdbc;

    StockController(CouponProducts products, CodeStock stock, JdbcTemplate jdbc) {
        this.products = products;
        this.stock = stock;
        this.jdbc = jdbc;
    }

    @GetMapping("/staff/api/stock")
    @Transactional(readOnly = true)
    List<ProductStock> stock() {
        var states = states();
        var lots = stock.lots();
        var wanted = stock.wanted();
        return products.all().stream()
                .filter(CouponProduct::hasCodes)
                .map(product -> of(
                        product,
                        states.getOrDefault(product.id(), Map.of()),
                        lots.getOrDefault(product.id(), List.of()),
                        wanted.getOrDefault(product.id(), 0L)))
                .toList();
    }

    private Map<String, Map<String, Long>> states() {
        Map<String, Map<String, Long>> states = new HashMap<>();
        jdbc.query(
                """
                select product_id, state, count(*) from coupon_code
                where product_id in (select id from coupon_product where kind = 'CODE')
                group by product_id, state""",
                row -> {
                    states.computeIfAbsent(row.getString(1), product -> new HashMap<>())
                            .put(row.getString(2), row.getLong(3));
                });
        return states;
    }

    private static ProductStock of(CouponProduct product, Map<String, Long> states, List<CodeLot> lots, long wanted) {
        var available = lots.stream().mapToLong(CodeLot::count).sum();
        return new ProductStock(
                product.id(),
                product.name(),
                available,
                Math.min(wanted, available),
                states.getOrDefault("ISSUED", 0L),
                states.getOrDefault("USED", 0L),
                states.getOrDefault("DISCARDED", 0L),
                lots.stream()
                        .map(lot -> new Lot(lot.lastDay().toString(), lot.count()))
                        .toList());
    }

    /**
     * @param available could be handed out now
     * @param owed of those, to customers who paid
     */
    record ProductStock(
            String id,
            String product,
            long available,
            long owed,
            long issued,
            long used,
            long discarded,
            List<Lot> lots) {}

    /** @param lastDay on which they may be handed out, {@code 2027-01-28} */
    record Lot(String lastDay, long count) {}
}
