package com.guncai.backoffice.coupon;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** By which batch coupons were issued. */
@Service
@Transactional(readOnly = true)
public class CouponBatches {
    private final NamedParameterJdbcTemplate jdbc;
    private final BatchNumbers numbers;

    CouponBatches(NamedParameterJdbcTemplate jdbc, BatchNumbers numbers) {
        this.jdbc = jdbc;
        this.numbers = numbers;
    }

    /**
     * What people call the batch of each coupon, or the number of its case; a coupon that came by none is left out. At most some
     * thousand at a time.
     */
    public Map<Long, String> of(Collection<Long> couponIds) {
        var cases = new HashMap<Long, String>();
        if (couponIds.isEmpty()) {
            return cases;
        }
        jdbc.query(
                "select id, batch_case_no from coupon where id in (:ids) and batch_case_no is not null",
                Map.of("ids", couponIds),
                row -> {
                    cases.put(row.getLong(1), row.getString(2));
                });
        var given = numbers.of(new HashSet<>(cases.values()));
        cases.replaceAll((id, caseNo) -> given.getOrDefault(caseNo, caseNo));
        return cases;
    }
}
