/**
 * The one order model: its state, its timeline, its view. Moves only by guarded methods that announce what happened; asks for no
 * service by name and knows no process.
 *
 * <p>A module adds to what staff see of an order by beans, and nothing has to know the module:
 *
 * <ul>
 *   <li>{@link com.guncai.backoffice.order.StorySection}: its entries in the story of an order; an entry that is a case
 *       of its own brings its tasks along;
 *   <li>{@link com.guncai.backoffice.order.OrderLookup}: by which numbers and people an order is found; names and phones by
 *       {@link com.guncai.backoffice.shared.SearchDigests};
 *   <li>{@link com.guncai.backoffice.order.OrderDetails}, {@link com.guncai.backoffice.order.OrderRefunds}: what customers see.
 * </ul>
 *
 * <p>{@link com.guncai.backoffice.order.OrderNotes} keeps what staff, or the customer, have to tell whoever works at the order
 * next.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"coupon", "customer", "shared"})
package com.guncai.backoffice.order;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
