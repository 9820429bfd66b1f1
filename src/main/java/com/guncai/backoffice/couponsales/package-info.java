/** Sells coupons of every service and hands out what was paid for, in the order of the payments. Buys no codes itself. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "codepurchase",
            "coupon",
            "customer",
            "notification",
            "order",
            "payment",
            "process",
            "shared"
        })
package com.guncai.backoffice.couponsales;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
