package com.guncai.backoffice.coupon;

import java.util.Collection;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** What other modules read of batches, on a database without an application; batches have no other numbers than their cases'. */
public final class BatchesToRead {
    private BatchesToRead() {}

    public static CouponBatches of(JdbcTemplate jdbc) {
        return new CouponBatches(new NamedParameterJdbcTemplate(jdbc), new BatchNumbers() {
            @Override
            public String cases() {
                return "";
            }

            @Override
            public Map<String, String> of(Collection<String> caseNos) {
                return Map.of();
            }
        });
    }
}
