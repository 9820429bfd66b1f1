@NullMarked
@ApplicationModule(allowedDependencies = {"coupon", "customer", "notification", "order", "process", "shared"})
package com.guncai.backoffice.cashback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
