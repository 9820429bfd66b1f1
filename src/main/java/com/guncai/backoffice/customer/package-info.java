/** Customers: sign-in, access tokens, how they are reached. Knows nothing of what they order. */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package com.guncai.backoffice.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
