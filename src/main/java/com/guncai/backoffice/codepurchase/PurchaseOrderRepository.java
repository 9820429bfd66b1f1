package com.guncai.backoffice.codepurchase;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface PurchaseOrderRepository extends JpaRepository<PurchaseOrder, String> {
    Optional<PurchaseOrder> findByOpenFor(String productId);

    /** The open one and those that are late. */
    List<PurchaseOrder> findByProductIdAndClosedAtIsNullOrderByRaisedAtAscPurchaseNoAsc(String productId);

    /** The same of every product. */
    List<PurchaseOrder> findByClosedAtIsNullOrderByRaisedAtAscPurchaseNoAsc();
}
