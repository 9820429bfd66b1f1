package com.guncai.backoffice.cashback;

/** The store of the pictures could not be reached, or does not have one. */
class ReceiptStoreFailure extends RuntimeException {
    ReceiptStoreFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
