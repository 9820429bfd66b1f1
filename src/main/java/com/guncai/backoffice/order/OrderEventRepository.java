package com.guncai.backoffice.order;

import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.Repository;

interface OrderEventRepository extends Repository<OrderEvent, Long> {
    OrderEvent save(OrderEvent line);

    List<OrderEvent> findByOrderNoInOrderById(Collection<String> orderNos);
}
