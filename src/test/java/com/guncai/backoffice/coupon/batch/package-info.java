/** Tests of what staff hand in. */
package com.guncai.backoffice.coupon.batch;
