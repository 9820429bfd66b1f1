/** The first page of the server, which leads to all others that are open here. Knows no module but {@code shared}. */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package com.guncai.backoffice.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
