@NullMarked
package com.guncai.backoffice.shared;

import org.jspecify.annotations.NullMarked;
