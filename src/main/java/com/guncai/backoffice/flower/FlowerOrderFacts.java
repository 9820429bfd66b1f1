package com.guncai.backoffice.flower;

import com.guncai.backoffice.notification.MessageFacts;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.ServiceCode;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** {@code shopName} and {@code eta}, once a shop was found, for the messages about flowers. */
@Component
class FlowerOrderFacts implements MessageFacts {
    private final FlowerOrders flowerOrders;

    FlowerOrderFacts(FlowerOrders flowerOrders) {
        this.flowerOrders = flowerOrders;
    }

    @Override
    public boolean concerns(ServiceCode service) {
        return service.equals(FlowerService.FLOWER);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> of(String orderNo) {
        var order = flowerOrders.get(orderNo);
        var facts = new HashMap<String, String>();
        var shopName = order.shopName();
        if (shopName != null) {
            facts.put("shopName", shopName);
        }
        var expected = order.estimatedDeliveryAt();
        if (expected != null) {
            facts.put("eta", BusinessTime.text(expected));
        }
        return facts;
    }

    @Override
    public Map<String, String> placeholders() {
        return Map.of("shopName", "附近花店", "eta", "约定时间");
    }
}
