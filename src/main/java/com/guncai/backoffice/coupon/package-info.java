@NullMarked
package com.guncai.backoffice.coupon;

import org.jspecify.annotations.NullMarked;
