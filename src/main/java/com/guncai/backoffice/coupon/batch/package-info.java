/** Files that staff hand in: codes to import, phones to issue coupons to. */
@NullMarked
package com.guncai.backoffice.coupon.batch;

import org.jspecify.annotations.NullMarked;
