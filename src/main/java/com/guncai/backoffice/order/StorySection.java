package com.guncai.backoffice.order;

import java.util.List;

/**
 * What a module knows of an order, for staff: a bean adds its section to the story of every order ({@code /staff/orders}).
 * Several sections may have the same name, each with orders of its own; they are shown as one.
 */
public interface StorySection {
    /** What was ordered: the order's {@code details} in the JSON. */
    String ORDERED = "ordered";

    /** What staff bought or transferred for it, by which numbers and for how much. */
    String PURCHASES = "purchases";

    String PAYMENTS = "payments";
    String REFUNDS = "refunds";
    String AFTER_SALES = "afterSales";
    String MESSAGES = "messages";
    String COUPONS = "coupons";
    String TIMELINE = "timeline";

    /** Member of the story's JSON that holds the entries: one of the above, or a new one, which comes after them. */
    String name();

    /** Its heading, Chinese. */
    String title();

    /** Oldest first; empty when there is nothing to tell. One query, whatever there is. What is about a person goes through the reader. */
    List<StoryEntry> entries(Order order, StoryReader reader);
}
