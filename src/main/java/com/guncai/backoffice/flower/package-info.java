@NullMarked
package com.guncai.backoffice.flower;

import org.jspecify.annotations.NullMarked;
