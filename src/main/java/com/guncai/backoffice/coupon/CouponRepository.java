package com.guncai.backoffice.coupon;

import com.guncai.backoffice.shared.ServiceCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CouponRepository extends Repository<Coupon, Long> {
    Coupon save(Coupon coupon);

    List<Coupon> findByPhoneDigestOrderByValidUntilAscIdAsc(String phoneDigest);

    /** One statement decides who gets the coupon, however many ask at once. */
    @Modifying
    @Query(
            """
            update Coupon c set c.status = HELD, c.orderNo = :orderNo
            where c.id = :id and c.phoneDigest = :phoneDigest and c.service = :service and c.kind = :kind
              and c.status = ISSUED and c.validUntil > :now""")
    int hold(long id, String phoneDigest, ServiceCode service, Coupon.Kind kind, String orderNo, Instant now);

    @Query(
            """
            select c.id from Coupon c
            where c.phoneDigest = :phoneDigest and c.service = :service and c.kind = :kind
              and c.status = ISSUED and c.validUntil > :now
            order by c.validUntil, c.id""")
    List<Long> valid(String phoneDigest, ServiceCode service, Coupon.Kind kind, Instant now, Limit limit);

    /** Of a coupon that {@link #hold} would hold now; {@code null} of any other. */
    @Query(
            """
            select c.faceFen from Coupon c
            where c.id = :id and c.phoneDigest = :phoneDigest and c.service = :service and c.kind = :kind
              and c.status = ISSUED and c.validUntil > :now""")
    @Nullable
    Long faceFen(long id, String phoneDigest, ServiceCode service, Coupon.Kind kind, Instant now);

    @Query("select c.faceFen from Coupon c where c.id = :id")
    long faceFen(long id);

    Optional<Coupon> findByIdAndPhoneDigest(long id, String phoneDigest);

    /** The first asking for the code decides when its month begins. */
    @Modifying
    @Query(
            """
            update Coupon c set c.status = USED, c.redeemedAt = :now
            where c.id = :id and c.phoneDigest = :phoneDigest and c.kind = CODE
              and c.status = ISSUED and c.validUntil > :now""")
    int redeem(long id, String phoneDigest, Instant now);

    @Modifying
    @Query("update Coupon c set c.status = USED where c.id = :id and c.orderNo = :orderNo and c.status = HELD")
    int use(long id, String orderNo);

    @Modifying
    @Query(
            """
            update Coupon c set c.status = ISSUED, c.orderNo = null
            where c.id = :id and c.orderNo = :orderNo and c.status in (HELD, USED)""")
    int giveBack(long id, String orderNo);
}
