package com.guncai.backoffice.coupon;

import java.time.Instant;
import java.util.Collection;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CodeRevealRepository extends Repository<CodeReveal, Long> {
    CodeReveal save(CodeReveal reveal);

    /** Those of some codes that the customer has not seen anywhere are seen in the wallet now. */
    @Modifying
    @Query(
            nativeQuery = true,
            value =
                    """
                    insert into code_reveal (id, code_id, at, customer_id, place)
                    select nextval('code_reveal_seq'), c.id, cast(:now as timestamp with time zone), :customerId, 'WALLET'
                    from coupon_code c
                    where c.id in (:codeIds) and not exists (
                        select 1 from code_reveal r where r.code_id = c.id and r.customer_id = :customerId)""")
    int seenInWallet(Collection<Long> codeIds, long customerId, Instant now);
}
