/** How often somebody may call, and how slowly somebody may send. Nothing calls in here; filters and a valve stand before all. */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package com.guncai.backoffice.ratelimit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
