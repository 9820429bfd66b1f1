/**
 * Accounts of staff on one page: made, put into desks, standing in for a time, disabled. The engine's users and groups stay the
 * source; what it does not keep lies in tables of this module.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"process", "shared", "staff"})
package com.guncai.backoffice.staff.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
