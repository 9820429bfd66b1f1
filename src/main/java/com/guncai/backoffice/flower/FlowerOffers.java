package com.guncai.backoffice.flower;

import com.guncai.backoffice.flower.DeliveryRules.Rules;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What a customer may order at this moment: a flower, and where and when it is delivered, in one statement. */
@Component
class FlowerOffers {
    private final JdbcTemplate jdbc;
    private final DeliveryRules delivery;

    FlowerOffers(JdbcTemplate jdbc, DeliveryRules delivery) {
        this.jdbc = jdbc;
        this.delivery = delivery;
    }

    Offer of(String flowerId) {
        return jdbc.query(
                        """
                        select f.*, s.content from (select 1 as one) always
                            left join flower f on f.id = ? and f.offered = true
                            left join setting s on s.list = 'delivery' and s.item = 'delivery'""",
                        (row, number) -> new Offer(
                                row.getString("id") == null ? null : Flower.of(row),
                                delivery.rules(row.getString("content"))),
                        flowerId)
                .get(0);
    }

    /** @param flower {@code null} when it is not offered */
    record Offer(@Nullable Flower flower, Rules rules) {}
}
