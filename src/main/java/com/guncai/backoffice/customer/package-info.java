@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package com.guncai.backoffice.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
