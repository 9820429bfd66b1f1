package com.guncai.backoffice.coupon;

import com.guncai.backoffice.customer.CouponOwner;
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

    /** Those that can be used now, the one that expires first at the top. */
    @Query(
            """
            select c from Coupon c
            where (c.customerId = :#{#owner.customerId()} or c.phoneDigest = :#{#owner.phoneDigest()}) and c.status = ISSUED and c.validUntil > :now
              and (:service is null or c.service = :service)
            order by c.validUntil, c.id""")
    List<Coupon> usable(CouponOwner owner, @Nullable ServiceCode service, Instant now, Limit limit);

    /** Those that cannot, in that status or in any, the latest issued at the top. */
    @Query(
            """
            select c from Coupon c
            where (c.customerId = :#{#owner.customerId()} or c.phoneDigest = :#{#owner.phoneDigest()}) and (c.status <> ISSUED or c.validUntil <= :now)
              and (:service is null or c.service = :service)
              and (:status is null or c.status = :status or (:status = EXPIRED and c.status = ISSUED))
            order by c.issuedAt desc, c.id desc""")
    List<Coupon> notUsable(
            CouponOwner owner, Coupon.@Nullable Status status, @Nullable ServiceCode service, Instant now, Limit limit);

    /** One statement decides who gets the coupon, however many ask at once. */
    @Modifying
    @Query(
            """
            update Coupon c set c.status = HELD, c.orderNo = :orderNo
            where c.id = :id and (c.customerId = :#{#owner.customerId()} or c.phoneDigest = :#{#owner.phoneDigest()}) and c.service = :service and c.kind = :kind
              and c.status = ISSUED and c.validUntil > :now""")
    int hold(long id, CouponOwner owner, ServiceCode service, Coupon.Kind kind, String orderNo, Instant now);

    @Query(
            """
            select c.id from Coupon c
            where (c.customerId = :#{#owner.customerId()} or c.phoneDigest = :#{#owner.phoneDigest()}) and c.service = :service and c.kind = :kind
              and c.status = ISSUED and c.validUntil > :now
            order by c.validUntil, c.id""")
    List<Long> valid(CouponOwner owner, ServiceCode service, Coupon.Kind kind, Instant now, Limit limit);

    /** Of a coupon that {@link #hold} would hold now; {@code null} of any other. */
    @Query(
            """
            select c.faceFen from Coupon c
            where c.id = :id and (c.customerId = :#{#owner.customerId()} or c.phoneDigest = :#{#owner.phoneDigest()}) and c.service = :service and c.kind = :kind
              and c.status = ISSUED and c.validUntil > :now""")
    @Nullable
    Long faceFen(long id, CouponOwner owner, ServiceCode service, Coupon.Kind kind, Instant now);

    @Query("select c.faceFen from Coupon c where c.id = :id")
    long faceFen(long id);

    @Query("select count(c) > 0 from Coupon c where c.id = :id and c.boughtWith is not null")
    boolean isBought(long id);

    @Query(
            """
            select c from Coupon c
            where c.id = :id and (c.customerId = :#{#owner.customerId()} or c.phoneDigest = :#{#owner.phoneDigest()})""")
    Optional<Coupon> find(long id, CouponOwner owner);

    /** With the case number of the batch that it came by, itself or its code. */
    @Query(
            """
            select c, coalesce(c.batchCaseNo, k.importNo) from Coupon c left join CouponCode k on k.id = c.codeId
            where c.boughtWith = :orderNo or c.id = :usedId
            order by c.id""")
    List<Object[]> ofOrder(String orderNo, long usedId);

    /** The first asking for the code decides when its month begins. */
    @Modifying
    @Query(
            """
            update Coupon c set c.status = USED, c.redeemedAt = :now
            where c.id = :id and (c.customerId = :#{#owner.customerId()} or c.phoneDigest = :#{#owner.phoneDigest()}) and c.kind = CODE
              and c.status = ISSUED and c.validUntil > :now""")
    int redeem(long id, CouponOwner owner, Instant now);

    @Modifying
    @Query("update Coupon c set c.status = USED where c.id = :id and c.orderNo = :orderNo and c.status = HELD")
    int use(long id, String orderNo);

    @Modifying
    @Query(
            """
            update Coupon c set c.status = ISSUED, c.orderNo = null
            where c.id = :id and c.orderNo = :orderNo and c.status in (HELD, USED)""")
    int giveBack(long id, String orderNo);

    @Modifying
    @Query("update Coupon c set c.validUntil = :until where c.id = :id and c.status = ISSUED and c.validUntil <= :now")
    void prolong(long id, Instant now, Instant until);

    /** Races a tap on 去使用: one statement decides for each coupon. */
    @Modifying
    @Query("update Coupon c set c.status = VOID where c.boughtWith = :orderNo and c.status = ISSUED")
    int voidBought(String orderNo);

    @Modifying
    @Query("update Coupon c set c.codeId = null where c.boughtWith = :orderNo and c.status = VOID")
    void withoutCode(String orderNo);
}
