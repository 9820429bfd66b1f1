package com.guncai.backoffice.movie;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface CodePurchaseRepository extends JpaRepository<CodePurchase, String> {
    Optional<CodePurchase> findByOpenFor(String productId);
}
