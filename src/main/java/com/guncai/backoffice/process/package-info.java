/**
 * The seam to the process engine: starting and correlating processes, form data, decisions, staff groups. Behind it lie
 * {@code process.engine} and {@code process.deployment}, which no other module sees. Knows no module but {@code shared}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package com.guncai.backoffice.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
