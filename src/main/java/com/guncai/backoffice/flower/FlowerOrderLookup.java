package com.guncai.backoffice.flower;

import com.guncai.backoffice.order.OrderLookup;
import com.guncai.backoffice.order.SearchTerm;
import com.guncai.backoffice.shared.DigestColumns;
import com.guncai.backoffice.shared.SearchDigests;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Flower orders are found by whom they are for, by the phone there, by Meituan's number, and by city. */
@Configuration(proxyBeanMethods = false)
class FlowerOrderLookup implements OrderLookup {
    private static final String ORDER = "select order_no from flower_order where ";

    private final DeliveryRules delivery;

    FlowerOrderLookup(DeliveryRules delivery) {
        this.delivery = delivery;
    }

    @Override
    public List<String> queries(SearchTerm term) {
        var queries = new ArrayList<String>();
        if (term.isPhone()) {
            queries.add(ORDER + "phone_digest = :phone");
        }
        if (term.isName()) {
            queries.add(ORDER + "recipient_digest = :name");
        }
        if (term.isNumber()) {
            queries.add(ORDER + "purchase_order_no in (:text, :upper)");
        }
        return queries;
    }

    @Override
    public String queryByCity() {
        return ORDER + "city = :city";
    }

    @Override
    public List<String> cities() {
        return List.copyOf(delivery.inForce().cities());
    }

    @Bean
    static DigestColumns digestsOfFlowerOrders() {
        return new DigestColumns(
                "flower_order",
                "order_no",
                List.of(
                        new DigestColumns.Column("phone_digest", "phone", SearchDigests::phone),
                        new DigestColumns.Column("recipient_digest", "recipient", SearchDigests::name)));
    }

    @Bean
    static DigestColumns digestsOfFlowerAddresses() {
        return new DigestColumns(
                "flower_order",
                "order_no",
                List.of(new DigestColumns.Column("address_digest", "address", SearchDigests::place)));
    }
}
