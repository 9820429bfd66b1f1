@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package com.guncai.backoffice.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
