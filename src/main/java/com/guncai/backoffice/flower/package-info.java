/** Flower orders, from the catalogue to the delivery. Touches no other service, no refund and no ledger. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "customer",
            "expense",
            "notification",
            "order",
            "payment",
            "process",
            "receipt",
            "settings",
            "shared"
        })
package com.guncai.backoffice.flower;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
