package com.guncai.backoffice.payment;

import java.time.Instant;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PaymentRepository extends Repository<Payment, String> {
    Payment save(Payment payment);

    Optional<Payment> findByOrderNo(String orderNo);

    /** Reads no entity, so that one read before a remote call is not taken for the present after it. */
    @Query("select p.transactionId from Payment p where p.orderNo = :orderNo and p.transactionId is not null")
    Optional<String> transactionOf(String orderNo);

    @Query("select count(p) > 0 from Payment p where p.orderNo = :orderNo and p.shippedAt is not null")
    boolean isShipped(String orderNo);

    @Modifying
    @Query("update Payment p set p.shippedAt = :now where p.orderNo = :orderNo and p.shippedAt is null")
    void shipped(String orderNo, Instant now);
}
