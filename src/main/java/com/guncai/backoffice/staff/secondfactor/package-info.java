/**
 * A code of an app besides the password, for those whose password alone would be worth a lot. On in production only
 * ({@code backoffice.second-factor.required}): demo users sign in with their password.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"process", "shared", "staff"})
package com.guncai.backoffice.staff.secondfactor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
