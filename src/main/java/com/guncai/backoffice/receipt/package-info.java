/**
 * Pictures that customers hand in: checks and redraws them, keeps them in a directory or a bucket, and finds similar ones.
 * Knows no order and no claim; whoever owns the case decides who may look at a picture.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package com.guncai.backoffice.receipt;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
