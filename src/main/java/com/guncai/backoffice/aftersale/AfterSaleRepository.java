package com.guncai.backoffice.aftersale;

import com.guncai.backoffice.process.OpenCases.OpenCase;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AfterSaleRepository extends Repository<AfterSale, String> {
    AfterSale save(AfterSale afterSale);

    AfterSale saveAndFlush(AfterSale afterSale);

    Optional<AfterSale> findByAfterSaleNo(String afterSaleNo);

    List<AfterSale> findByOrderNoInOrderByOpenedAt(Collection<String> orderNos);

    @Query(
            """
            select new com.guncai.backoffice.process.OpenCases$OpenCase(a.afterSaleNo, coalesce(a.orderNo, a.afterSaleNo))
            from AfterSale a where a.state <> SOLVED and a.afterSaleNo > :after order by a.afterSaleNo""")
    List<OpenCase> open(String after, Limit limit);

    /** Reads no entity: what is read afterwards is as it is under the lock of its order. */
    @Query("select a.orderNo from AfterSale a where a.afterSaleNo = :afterSaleNo")
    Optional<String> orderOf(String afterSaleNo);

    @Query("select a.state from AfterSale a where a.afterSaleNo = :afterSaleNo")
    Optional<AfterSaleState> stateOf(String afterSaleNo);

    boolean existsByOpenFor(String orderNo);

    boolean existsByOpenComplaint(String complaintId);

    boolean existsByComplaintId(String complaintId);

    List<AfterSale> findByOpenForIn(Collection<String> orderNos);
}
