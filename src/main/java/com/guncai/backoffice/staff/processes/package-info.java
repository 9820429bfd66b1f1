/** 流程版本: managers see what is in force and what changed, bring versions back, and move running orders. */
@NullMarked
@ApplicationModule(allowedDependencies = {"process", "process::version", "shared"})
package com.guncai.backoffice.staff.processes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
