package com.guncai.backoffice.flower;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface FlowerOrderRepository extends JpaRepository<FlowerOrder, String> {
    List<FlowerOrder> findByOrderNoIn(Iterable<String> orderNos);

    /** The last order to an address that a shop took. */
    Optional<FlowerOrder> findFirstByAddressDigestAndCityAndShopNameIsNotNullOrderByDeliverySlotDesc(
            String addressDigest, String city);
}
