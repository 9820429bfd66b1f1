package com.guncai.backoffice.flower;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface FlowerOrderRepository extends JpaRepository<FlowerOrder, String> {
    List<FlowerOrder> findByOrderNoIn(Iterable<String> orderNos);
}
