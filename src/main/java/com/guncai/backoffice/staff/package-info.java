/**
 * Staff: sign-in, groups and their rights, lists of tasks, pages beside the Tasklist. Of the engine it knows users, rights and
 * filters only; no other module depends on it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"process", "shared"})
package com.guncai.backoffice.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
