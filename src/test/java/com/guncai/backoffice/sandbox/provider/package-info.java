/** What the three providers have in common: the HTTP server they answer on, their clock, and the faults a tester injects. */
@NullMarked
package com.guncai.backoffice.sandbox.provider;

import org.jspecify.annotations.NullMarked;
