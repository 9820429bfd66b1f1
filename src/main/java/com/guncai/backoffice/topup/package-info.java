/** Phone top-ups. Touches no other service, no refund and no ledger. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "customer",
            "expense",
            "notification",
            "order",
            "payment",
            "process",
            "settings",
            "shared"
        })
package com.guncai.backoffice.topup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
