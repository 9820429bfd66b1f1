/**
 * Buying codes: how long the stock lasts, when to buy how many, and which purchases are under way. Knows no order; who waits
 * for codes is told by {@link com.guncai.backoffice.coupon.BackorderDemand}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"coupon", "expense", "process", "shared"})
package com.guncai.backoffice.codepurchase;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
