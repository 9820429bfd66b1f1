package com.guncai.backoffice.staff.orders;

import org.springframework.data.repository.Repository;

interface OrderLookRepository extends Repository<OrderLook, Long> {
    OrderLook save(OrderLook look);
}
