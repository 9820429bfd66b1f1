package com.guncai.backoffice.customer;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface CustomerRepository extends JpaRepository<Customer, Long> {
    Optional<Customer> findByOpenid(String openid);
}
