/**
 * The one order model: its state, its timeline, its view. Moves only by guarded methods that announce what happened; asks for no
 * service by name and knows no process.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"coupon", "customer", "shared"})
package com.guncai.backoffice.order;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
