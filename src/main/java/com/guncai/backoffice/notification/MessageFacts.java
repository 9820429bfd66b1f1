package com.guncai.backoffice.notification;

import com.guncai.backoffice.shared.ServiceCode;
import java.util.Map;

/** What a service adds to the messages about its orders. Several may serve one service, each with orders of its own. */
public interface MessageFacts {
    boolean concerns(ServiceCode service);

    /**
     * Display-ready texts by parameter name, {@code shopName} and {@code eta} ({@code 11月24日 10:00}) for flowers. What
     * is not known yet is left out; empty for an order of somebody else. Nothing here is stored; still, name nobody and no number of the customer's.
     */
    Map<String, String> of(String orderNo);

    /**
     * Every name that {@link #of} may give, with the word that an SMS says where the text is not known, or is none that Aliyun
     * takes: a shop may call itself by two emoji.
     */
    Map<String, String> placeholders();
}
