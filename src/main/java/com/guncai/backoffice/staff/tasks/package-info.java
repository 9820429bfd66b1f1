/**
 * The page at which staff work through their tasks one after the other. Lists and search are read here; claiming, forms and
 * completion go through the engine's own API with the session of the web applications, so that whatever holds there holds here.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"order", "process", "shared"})
package com.guncai.backoffice.staff.tasks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
