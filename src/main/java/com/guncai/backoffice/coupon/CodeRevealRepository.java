package com.guncai.backoffice.coupon;

import java.util.Collection;
import java.util.Set;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CodeRevealRepository extends Repository<CodeReveal, Long> {
    CodeReveal save(CodeReveal reveal);

    /** Those of some codes that somebody has seen, wherever. @param who as kept, the place a wildcard */
    @Query("select distinct r.codeId from CodeReveal r where r.codeId in :codeIds and r.who like :who")
    Set<Long> seen(Collection<Long> codeIds, String who);
}
