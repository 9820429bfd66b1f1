package com.guncai.backoffice.movie;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface CouponOrderRepository extends JpaRepository<CouponOrder, String> {
    List<CouponOrder> findByOrderNoIn(Iterable<String> orderNos);

    @Query(
            """
            select o from CouponOrder o where o.productId = :productId and o.waitingSince is not null
            order by o.waitingSince, o.orderNo""")
    List<CouponOrder> waiting(String productId);

    @Query(
            """
            select coalesce(sum(o.quantity), 0) from CouponOrder o
            where o.productId = :productId and o.waitingSince is not null""")
    long wanted(String productId);
}
