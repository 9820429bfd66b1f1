@NullMarked
@ApplicationModule(allowedDependencies = {"customer", "notification", "order", "payment", "process", "shared"})
package com.guncai.backoffice.refund;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
