package com.guncai.backoffice.coupon;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CouponCodeRepository extends Repository<CouponCode, Long> {
    List<CouponCode> findByIdIn(Collection<Long> ids);

    @Query(
            """
            select c from CouponCode c
            where c.productId = :productId and c.state = IN_STOCK and c.validUntil >= :useful
            order by c.validUntil, c.id""")
    List<CouponCode> earliest(String productId, Instant useful, Limit limit);

    @Query(
            """
            select count(c) from CouponCode c
            where c.productId = :productId and c.state = IN_STOCK and c.validUntil >= :useful""")
    long count(String productId, Instant useful);

    @Query("select count(c) from CouponCode c where c.discardedAt >= :since")
    long countDiscardedSince(Instant since);

    /** Looks for one code of each product, however many there are. */
    @Query(
            """
            select p.id from CouponProduct p
            where p.kind = CODE and exists (
                select 1 from CouponCode c where c.productId = p.id and c.state = IN_STOCK and c.validUntil >= :useful)""")
    Set<String> availableProducts(Instant useful);

    @Query(
            """
            select new com.guncai.backoffice.coupon.CodeLot(c.validUntil, count(c)) from CouponCode c
            where c.productId = :productId and c.state = IN_STOCK and c.validUntil >= :useful
            group by c.validUntil order by c.validUntil""")
    List<CodeLot> lots(String productId, Instant useful);

    @Query(
            """
            select new com.guncai.backoffice.coupon.CodeLot$OfProduct(c.productId, c.validUntil, count(c)) from CouponCode c
            where c.productId in (select p.id from CouponProduct p where p.kind = CODE)
              and c.state = IN_STOCK and c.validUntil >= :useful
            group by c.productId, c.validUntil order by c.productId, c.validUntil""")
    List<CodeLot.OfProduct> lots(Instant useful);

    @Modifying
    @Query(
            """
            update CouponCode c set c.state = DISCARDED, c.discardedAt = :now
            where c.productId in :productIds and c.state = IN_STOCK and c.validUntil < :useful""")
    int discard(Collection<String> productIds, Instant useful, Instant now);

    /** What those cost that were discarded at a moment, by import. */
    @Query(
            """
            select new com.guncai.backoffice.coupon.CodesDiscarded(c.importNo, c.productId, sum(c.costFen), c.discardedAt)
            from CouponCode c
            where c.productId in (select p.id from CouponProduct p where p.kind = CODE)
              and c.state = DISCARDED and c.discardedAt = :at and c.costFen > 0
            group by c.importNo, c.productId, c.discardedAt""")
    List<CodesDiscarded> discardedAt(Instant at);

    @Modifying
    @Query("update CouponCode c set c.state = ISSUED, c.issuedAt = :now where c.id in :ids and c.state = IN_STOCK")
    int issue(Collection<Long> ids, Instant now);

    @Modifying
    @Query(
            """
            update CouponCode c set c.state = IN_STOCK, c.issuedAt = null
            where c.state = ISSUED
              and c.id in (select k.codeId from Coupon k where k.boughtWith = :orderNo and k.status = VOID)""")
    void putBack(String orderNo);

    @Modifying
    @Query("update CouponCode c set c.state = USED, c.usedAt = :now where c.id = :id and c.state = ISSUED")
    int use(long id, Instant now);
}
