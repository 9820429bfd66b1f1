/** What a model may do, wherever it is read, played or run: actions, methods of values, functions; no scripts and no classes. */
@NullMarked
package com.guncai.backoffice.process.allowed;

import org.jspecify.annotations.NullMarked;
