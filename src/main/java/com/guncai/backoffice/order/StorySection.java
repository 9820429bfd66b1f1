package com.guncai.backoffice.order;

import java.util.Collection;
import java.util.List;

/**
 * What a module knows of an order, for staff: a bean adds its section to the story of every order ({@code /staff/orders}).
 * Several sections may have the same name, each with orders of its own; they are shown as one.
 */
public interface StorySection {
    /** Member of the story's JSON that holds the entries: {@code refunds}. */
    String name();

    /** Its heading, Chinese. */
    String title();

    /** Oldest first; empty when there is nothing to tell. One query, whatever there is. What is about a person goes through the reader. */
    List<StoryEntry> entries(Order order, StoryReader reader);

    /** Numbers of the cases that belong to the order beside its own, whose tasks are part of the story: refund numbers. */
    default Collection<String> caseNos(Order order) {
        return List.of();
    }
}
