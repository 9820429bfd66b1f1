/**
 * Files that staff hand in: codes to import, phones to issue coupons to. Owns the tables of the batches; coupons and codes come
 * into being through {@code coupon}, which does not know this module.
 */
@NullMarked
@ApplicationModule(
        displayName = "coupon batch",
        allowedDependencies = {"coupon", "customer", "process", "shared", "spreadsheet"})
package com.guncai.backoffice.coupon.batch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
