/** How large a request's body may be, for every path in one table. Nothing calls in here; the filter stands before all. */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package com.guncai.backoffice.bodylimit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
