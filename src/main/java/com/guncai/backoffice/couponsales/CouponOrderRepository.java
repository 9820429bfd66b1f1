package com.guncai.backoffice.couponsales;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface CouponOrderRepository extends JpaRepository<CouponOrder, String> {
    List<CouponOrder> findByOrderNoIn(Iterable<String> orderNos);

    @Query("select o.productId from CouponOrder o where o.orderNo = :orderNo")
    Optional<String> productOf(String orderNo);

    /** The next after one of the orders that are paid for and owed. Who paid first comes first. */
    @Query(
            """
            select o from CouponOrder o
            where o.productId = :productId and o.queuedAt >= :queuedAt
              and (o.queuedAt > :queuedAt or o.orderNo > :orderNo)
            order by o.queuedAt, o.orderNo""")
    List<CouponOrder> queueAfter(String productId, Instant queuedAt, String orderNo, Limit limit);

    @Query(
            """
            select coalesce(sum(o.quantity), 0) from CouponOrder o
            where o.productId = :productId and o.queuedAt is not null""")
    long wanted(String productId);

    @Query(
            """
            select o.productId, sum(o.quantity) from CouponOrder o
            where o.productId in (select p.id from CouponProduct p) and o.queuedAt is not null
            group by o.productId""")
    List<Wanted> wanted();

    @Query(
            """
            select coalesce(sum(o.quantity), 0) from CouponOrder o
            where o.productId = :productId and o.handedOutAt >= :since""")
    long handedOutSince(String productId, Instant since);

    /** How many coupons of a product are paid for and owed. */
    record Wanted(String productId, long quantity) {}
}
