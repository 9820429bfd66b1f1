@NullMarked
package com.guncai.backoffice.process;

import org.jspecify.annotations.NullMarked;
