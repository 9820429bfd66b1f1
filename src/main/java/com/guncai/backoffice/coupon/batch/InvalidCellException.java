package com.guncai.backoffice.coupon.batch;

/** A value that would have to be guessed; says why, for people. */
class InvalidCellException extends Exception {
    InvalidCellException(String why) {
        super(why, null, false, false);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
