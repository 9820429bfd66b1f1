package com.guncai.backoffice.journey;

/** A customer who orders flowers for somebody else, and the clerk who sees to them. */
final class GiftOrders {
    private final MiniProgram customer;
    private final Clerk clerk;
    private final String giftPhone = newPhone("139");

    GiftOrders(int port) {
        customer = MiniProgram.of(port, newPhone("137"));
        clerk = new Clerk(port, "flower");
    }

    MiniProgram customer() {
        return customer;
    }

    Clerk clerk() {
        return clerk;
    }

    /** Of whoever gets the flowers; no other order has it. */
    String giftPhone() {
        return giftPhone;
    }

    String paid() {
        return paid("收花人甲");
    }

    private String paid(String recipient) {
        var flowers = customer.flowers();
        flowers.put("phone", giftPhone);
        flowers.put("recipient", recipient);
        var orderNo = customer.orders(flowers).is(201).text("/orderNo");
        customer.pays(orderNo);
        return orderNo;
    }

    /** Bought by the clerk at Meituan, and confirmed by the customer. */
    String delivered(String recipient, String meituan) {
        var orderNo = paid(recipient);
        var shop = FlowerShop.foundFor(customer);
        shop.put("purchaseOrderNo", meituan);
        shop.put("purchaseCostYuan", 128.5);
        var purchase = clerk.awaitsTask(orderNo).get("id").asText();
        clerk.claims(purchase).is(204);
        clerk.completes(purchase, shop).is(204);
        clerk.awaitsTask(orderNo);
        customer.confirmsDelivery(orderNo).is(200);
        return orderNo;
    }

    private static String newPhone(String start) {
        return start + "%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000));
    }
}
