/** Reads and writes workbooks and CSV row by row. Knows nothing of what is in them. */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package com.guncai.backoffice.spreadsheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
