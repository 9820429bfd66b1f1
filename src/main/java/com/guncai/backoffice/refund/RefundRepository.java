package com.guncai.backoffice.refund;

import com.guncai.backoffice.process.OpenCases.OpenCase;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface RefundRepository extends Repository<Refund, String> {
    Refund save(Refund refund);

    Optional<Refund> findByRefundNo(String refundNo);

    List<Refund> findByRefundNoIn(Collection<String> refundNos);

    List<Refund> findByOrderNoInOrderByRequestedAt(Collection<String> orderNos);

    @Query(
            """
            select new com.guncai.backoffice.process.OpenCases$OpenCase(r.refundNo, r.orderNo) from Refund r
            where r.openFor is not null and r.refundNo > :after order by r.refundNo""")
    List<OpenCase> open(String after, Limit limit);

    List<Refund> findByOpenForIn(Collection<String> orderNos);

    Optional<Refund> findByOpenFor(String orderNo);

    int countByOrderNoAndStatus(String orderNo, RefundStatus status);

    @Query("select max(r.closedAt) from Refund r where r.orderNo = :orderNo and r.status = REFUNDED")
    @Nullable
    Instant lastRefundedAt(String orderNo);

    /** Reads no entity, so that one read before a lock or a remote call is not taken for the present after it. */
    @Query("select r.orderNo from Refund r where r.refundNo = :refundNo")
    Optional<String> orderOf(String refundNo);

    @Query("select r.status from Refund r where r.refundNo = :refundNo")
    Optional<RefundStatus> statusOf(String refundNo);
}
