@NullMarked
package com.guncai.backoffice.topup;

import org.jspecify.annotations.NullMarked;
