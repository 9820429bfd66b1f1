/** Models on their way into the engine: those of a release, and the checks that every deployment passes. */
@NullMarked
package com.guncai.backoffice.process.deployment;

import org.jspecify.annotations.NullMarked;
