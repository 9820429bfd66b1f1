@NullMarked
package com.guncai.backoffice.refund;

import org.jspecify.annotations.NullMarked;
