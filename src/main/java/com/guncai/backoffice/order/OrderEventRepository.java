package com.guncai.backoffice.order;

import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.Repository;

interface OrderEventRepository extends Repository<OrderEvent, Long> {
    OrderEvent save(OrderEvent line);

    /** By time first: nodes draw ids ahead, so that a later line may bear a smaller one. */
    List<OrderEvent> findByOrderNoInOrderByAtAscIdAsc(Collection<String> orderNos);
}
