@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package com.guncai.backoffice.spreadsheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
