/** Money, time, numbers, errors, encryption: what every module may use. Open to all, and knows none. */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package com.guncai.backoffice.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
