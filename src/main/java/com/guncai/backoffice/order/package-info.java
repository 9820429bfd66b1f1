@NullMarked
@ApplicationModule(allowedDependencies = {"coupon", "customer", "shared"})
package com.guncai.backoffice.order;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
