/**
 * Refunds of any order, from the request to the bank. Services do not know it: they hear of it by events of {@code order}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"customer", "expense", "notification", "order", "payment", "process", "shared"})
package com.guncai.backoffice.refund;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
