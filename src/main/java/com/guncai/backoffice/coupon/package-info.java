@NullMarked
@ApplicationModule(allowedDependencies = {"customer", "process", "shared", "spreadsheet"})
package com.guncai.backoffice.coupon;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
