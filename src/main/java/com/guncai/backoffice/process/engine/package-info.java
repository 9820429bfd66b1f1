/** What this product adds to the engine: interceptors, expressions, authorizations, history. Seen by nobody else. */
@NullMarked
package com.guncai.backoffice.process.engine;

import org.jspecify.annotations.NullMarked;
