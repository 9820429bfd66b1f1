package com.guncai.backoffice.receipt;

/** The store of the pictures could not be reached, or does not have one. */
class ReceiptStoreException extends RuntimeException {
    ReceiptStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
