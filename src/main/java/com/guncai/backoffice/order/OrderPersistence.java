package com.guncai.backoffice.order;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * What Spring Data cannot say: insert without looking first, lock without reading again what is locked already. A bean
 * of its own, so that a lost race surfaces as Spring's exception.
 */
@Repository
class OrderPersistence {
    private final EntityManager entities;

    OrderPersistence(EntityManager entities) {
        this.entities = entities;
    }

    /** At once: what refers to the order by its number may follow by plain statements. */
    void insert(Order order) {
        entities.persist(order);
        entities.flush();
    }

    @Nullable
    Order find(String orderNo) {
        return entities.find(Order.class, orderNo);
    }

    /** The row stays locked until the transaction ends. */
    @Nullable
    Order locked(String orderNo) {
        return entities.find(Order.class, orderNo, LockModeType.PESSIMISTIC_WRITE);
    }
}
