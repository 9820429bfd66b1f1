package com.guncai.backoffice.movie;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface CodePurchaseRepository extends JpaRepository<CodePurchase, String> {
    Optional<CodePurchase> findByOpenFor(String productId);

    /** The open one and those that are late. */
    List<CodePurchase> findByProductIdAndClosedAtIsNullOrderByRaisedAtAscPurchaseNoAsc(String productId);
}
