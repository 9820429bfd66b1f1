package com.guncai.backoffice.coupon;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CouponProductRepository extends Repository<CouponProduct, String> {
    List<CouponProduct> findAllByOrderByPosition();

    Optional<CouponProduct> findById(String id);

    /** The row stays locked until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from CouponProduct p where p.id = :id")
    Optional<CouponProduct> findLocked(String id);

    /** As above for all of a kind, locked in the order of their ids: whoever takes several never waits in a circle. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from CouponProduct p where p.kind = :kind order by p.id")
    List<CouponProduct> findAllLocked(Coupon.Kind kind);
}
