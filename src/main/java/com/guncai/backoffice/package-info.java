/** Starts the application and refuses to without its configuration. Everything else lives in a module below. */
@NullMarked
package com.guncai.backoffice;

import org.jspecify.annotations.NullMarked;
