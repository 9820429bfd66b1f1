package com.guncai.backoffice.flower;

import com.guncai.backoffice.order.CatalogSection;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The flowers, cities and slots in the catalogue. */
@Component
class FlowerCatalog implements CatalogSection {
    private final FlowerRepository flowers;
    private final DeliveryRules delivery;
    private final Clock clock;

    FlowerCatalog(FlowerRepository flowers, DeliveryRules delivery, Clock clock) {
        this.clock = clock;
        this.flowers = flowers;
        this.delivery = delivery;
    }

    @Override
    public Map<String, Object> content() {
        var now = clock.instant();
        var rules = delivery.inForce();
        var offered = flowers.findByOfferedTrueOrderByPosition().stream()
                .map(flower -> new Item(
                        flower.id(), flower.name(), flower.description(), flower.priceFen(now), flower.imageUrl()))
                .toList();
        return Map.of(
                "cities",
                rules.cities(),
                "flowers",
                offered,
                "deliverySlots",
                new Slots(rules.firstHour(), rules.lastHour(), rules.minLeadMinutes()));
    }

    record Item(String id, String name, String description, long priceFen, String imageUrl) {}

    record Slots(int firstHour, int lastHour, int minLeadMinutes) {}
}
