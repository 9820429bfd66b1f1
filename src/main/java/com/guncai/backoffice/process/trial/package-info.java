/** Plays diagrams with sample cases in an engine of their own, before they are deployed. Seen by {@code process.deployment} only. */
@NullMarked
package com.guncai.backoffice.process.trial;

import org.jspecify.annotations.NullMarked;
