package com.guncai.backoffice.topup;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface TopUpOrderRepository extends JpaRepository<TopUpOrder, String> {
    List<TopUpOrder> findByOrderNoIn(Iterable<String> orderNos);
}
