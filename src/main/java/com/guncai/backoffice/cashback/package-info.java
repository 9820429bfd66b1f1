/**
 * Cash back on a receipt, for fuel, charging, wash, maintenance and paint: the claim, its review, the transfer, the payee. Keeps
 * no pictures itself, and moves orders and coupons only through their modules.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"coupon", "customer", "expense", "notification", "order", "process", "receipt", "shared"
        })
package com.guncai.backoffice.cashback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
