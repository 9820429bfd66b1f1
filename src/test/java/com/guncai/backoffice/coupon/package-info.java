/** Tests of coupons. */
package com.guncai.backoffice.coupon;
