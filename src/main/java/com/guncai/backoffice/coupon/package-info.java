/**
 * What a coupon is worth, whose it is and whether it is used; the stock of codes. Neither sells coupons nor buys codes, and
 * knows no order but by its number.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"customer", "process", "settings", "shared", "spreadsheet"})
package com.guncai.backoffice.coupon;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
