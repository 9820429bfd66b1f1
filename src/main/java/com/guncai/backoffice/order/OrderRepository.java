package com.guncai.backoffice.order;

import com.guncai.backoffice.shared.ServiceCode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface OrderRepository extends Repository<Order, String> {
    Order save(Order order);

    List<Order> findByOrderNoIn(Collection<String> orderNos);

    Optional<Order> findByOrderNoAndCustomerId(String orderNo, long customerId);

    Optional<Order> findByCustomerIdAndIdempotencyKey(long customerId, String idempotencyKey);

    @Query("select o.orderNo from Order o where o.status in :states and o.orderNo > :after order by o.orderNo")
    List<String> open(Collection<OrderStatus> states, String after, Limit limit);

    @Query(
            """
            select o from Order o where o.customerId = :customerId and o.createdAt between :from and :to
              and o.service = :service and o.funds.paidFen > 0 and o.orderNo <> :orderNo
            order by o.createdAt, o.orderNo""")
    List<Order> paidNear(long customerId, ServiceCode service, String orderNo, Instant from, Instant to);

    @Query(
            """
            select o from Order o where o.customerId = :customerId
              and (:status is null or o.status = :status) and (:service is null or o.service = :service)
            order by o.createdAt desc, o.orderNo desc""")
    Page<Order> search(long customerId, @Nullable OrderStatus status, @Nullable ServiceCode service, Pageable pageable);
}
