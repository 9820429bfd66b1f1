package com.guncai.backoffice.coupon;

import static java.util.stream.Collectors.toSet;

import com.guncai.backoffice.shared.BusinessTime;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which coupons an order is about, for staff. */
@Component
public class OrderCoupons {
    private final CouponRepository coupons;
    private final BatchNumbers batches;
    private final Clock clock;

    OrderCoupons(CouponRepository coupons, BatchNumbers batches, Clock clock) {
        this.coupons = coupons;
        this.batches = batches;
        this.clock = clock;
    }

    /**
     * Those bought with the order, and the one it uses; one query, and one for their batches.
     *
     * @param usedId {@code null} when it uses none
     */
    @Transactional(readOnly = true)
    public List<OfOrder> of(String orderNo, @Nullable Long usedId) {
        var now = BusinessTime.now(clock);
        var found = coupons.ofOrder(orderNo, usedId == null ? -1 : usedId);
        var caseNos = found.stream()
                .flatMap(row -> Stream.ofNullable((String) row[1]))
                .collect(toSet());
        var numbers = caseNos.isEmpty() ? Map.<String, String>of() : batches.of(caseNos);
        return found.stream()
                .map(row -> of((Coupon) row[0], (String) row[1], numbers, usedId, now))
                .toList();
    }

    /**
     * SQL queries of the orders that use a coupon which a batch issued, or were handed out a code which it brought.
     *
     * @param caseNumber whether {@code :text} may be a batch's case number; {@code :upper} is what people call it
     */
    public List<String> ordersOfBatch(boolean caseNumber) {
        var queries = new ArrayList<String>();
        queries.add("select order_no from coupon where order_no is not null and batch_case_no in (%s)"
                .formatted(batches.cases()));
        if (caseNumber) {
            queries.add("select order_no from coupon where order_no is not null and batch_case_no = :text");
            queries.add("select c.bought_with from coupon_code k join coupon c on c.code_id = k.id"
                    + " where k.import_no = :text and c.bought_with is not null");
        }
        return queries;
    }

    private static OfOrder of(
            Coupon coupon,
            @Nullable String batchCaseNo,
            Map<String, String> numbers,
            @Nullable Long usedId,
            Instant now) {
        return new OfOrder(
                coupon.id(),
                coupon.name(),
                coupon.faceFen(),
                coupon.statusAt(now),
                coupon.issuedAt(),
                coupon.validUntil(),
                batchCaseNo == null ? null : numbers.getOrDefault(batchCaseNo, batchCaseNo),
                !coupon.id().equals(usedId));
    }

    /**
     * @param batchNo what people call the batch that it came by, or the number of its case; {@code null} when it came by none
     * @param bought whether the order bought it, and does not use it
     */
    public record OfOrder(
            long id,
            String name,
            long faceFen,
            Coupon.Status status,
            Instant issuedAt,
            Instant validUntil,
            @Nullable String batchNo,
            boolean bought) {}
}
