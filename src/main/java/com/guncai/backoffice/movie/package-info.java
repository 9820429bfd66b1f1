@NullMarked
@ApplicationModule(
        allowedDependencies = {"coupon", "customer", "notification", "order", "payment", "process", "shared"})
package com.guncai.backoffice.movie;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
