@NullMarked
@ApplicationModule(allowedDependencies = {"customer", "shared"})
package com.guncai.backoffice.coupon;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
