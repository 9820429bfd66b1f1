package com.guncai.backoffice.couponsales;

/** The coupons that an order paid for are in the wallet. */
record CodesHandedOut(String orderNo) {}
