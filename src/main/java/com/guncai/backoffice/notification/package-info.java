@NullMarked
@ApplicationModule(allowedDependencies = {"coupon", "customer", "order", "process", "shared"})
package com.guncai.backoffice.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
