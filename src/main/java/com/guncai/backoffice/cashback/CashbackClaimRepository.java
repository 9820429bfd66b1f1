package com.guncai.backoffice.cashback;

import java.time.Instant;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface CashbackClaimRepository extends JpaRepository<CashbackClaim, String> {
    List<CashbackClaim> findByOrderNoIn(Iterable<String> orderNos);

    List<CashbackClaim> findTop6ByCustomerIdOrderBySubmittedAtDesc(long customerId);

    int countByCustomerIdAndSubmittedAtBetween(long customerId, Instant from, Instant to);

    @Query(
            """
            select count(distinct c.customerId) from CashbackClaim c
            where c.payeeDigest = :payeeDigest and c.customerId <> :customerId""")
    int othersPaidAt(String payeeDigest, long customerId);
}
