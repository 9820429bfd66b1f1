package com.guncai.backoffice.journey;

import java.util.HashMap;
import java.util.Map;

/** What the flower desk types once it has bought flowers. */
public final class FlowerShop {
    public static final String NAME = "花语鲜花";
    public static final String PHONE = "0771-5550001";

    private FlowerShop() {}

    /** A shop that delivers when the customer's order of {@link MiniProgram#flowers()} asks for it. */
    public static Map<String, Object> foundFor(MiniProgram customer) {
        var answers = new HashMap<String, Object>();
        answers.put("shopFound", true);
        answers.put("shopName", NAME);
        answers.put("shopPhone", PHONE);
        answers.put("estimatedDeliveryAt", customer.flowers().get("deliverySlot"));
        return answers;
    }
}
