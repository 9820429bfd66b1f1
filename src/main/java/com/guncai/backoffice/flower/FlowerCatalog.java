package com.guncai.backoffice.flower;

import com.guncai.backoffice.order.CatalogSection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The flowers, cities and slots in the catalogue. */
@Component
class FlowerCatalog implements CatalogSection {
    private final FlowerRepository flowers;
    private final FlowerProperties properties;

    FlowerCatalog(FlowerRepository flowers, FlowerProperties properties) {
        this.flowers = flowers;
        this.properties = properties;
    }

    @Override
    public Map<String, Object> content() {
        var offered = flowers.findByOfferedTrueOrderByPosition().stream()
                .map(flower -> new Item(
                        flower.id(), flower.name(), flower.description(), flower.priceFen(), flower.imageUrl()))
                .toList();
        return Map.of(
                "cities",
                properties.cities(),
                "flowers",
                offered,
                "deliverySlots",
                new Slots(properties.firstHour(), properties.lastHour(), properties.minLeadMinutes()));
    }

    record Item(String id, String name, String description, long priceFen, String imageUrl) {}

    record Slots(int firstHour, int lastHour, int minLeadMinutes) {}
}
