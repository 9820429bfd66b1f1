package com.guncai.backoffice.customer;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface CustomerRepository extends JpaRepository<Customer, Long> {
    Optional<Customer> findByOpenidDigest(String openidDigest);

    /** As an earlier release kept it; without the converter, which would encrypt what is looked for. */
    @Query(value = "select * from customer where openid = ?1 and openid_digest is null", nativeQuery = true)
    Optional<Customer> findInClear(String openid);

    List<Customer> findByIdIn(Collection<Long> ids);
}
