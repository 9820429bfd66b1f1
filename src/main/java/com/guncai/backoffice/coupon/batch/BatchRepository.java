package com.guncai.backoffice.coupon.batch;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface BatchRepository extends Repository<Batch, String> {
    Batch saveAndFlush(Batch batch);

    Optional<Batch> findByCaseNo(String caseNo);

    List<Batch> findByCaseNoIn(Collection<String> caseNos);

    Optional<Batch> findByClaimedNo(String batchNo);

    Page<Batch> findAllByOrderByStartedAtDescCaseNoDesc(Pageable page);

    /** @param like of the number of a batch or a case, in capitals, with {@code !} before what is no wildcard */
    @Query(
            """
            select b from Batch b
            where upper(b.batchNo) like :like escape '!' or upper(b.caseNo) like :like escape '!'
               or b.productId in :products or b.startedBy in :users or b.caseNo in :cases
            order by b.startedAt desc, b.caseNo desc""")
    Page<Batch> search(
            String like,
            Collection<String> products,
            Collection<String> users,
            Collection<String> cases,
            Pageable page);

    /** The row stays locked until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select b from Batch b where b.caseNo = :caseNo")
    Optional<Batch> findLocked(String caseNo);
}
