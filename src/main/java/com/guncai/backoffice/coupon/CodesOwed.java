package com.guncai.backoffice.coupon;

/** Who has to get codes before any batch does. The stock asks; the module that sells them answers. */
public interface CodesOwed {
    /** How many codes of a product were paid for and are not handed out yet. */
    long of(String productId);
}
