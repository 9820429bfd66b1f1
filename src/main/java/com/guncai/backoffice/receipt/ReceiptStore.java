package com.guncai.backoffice.receipt;

/** Where pictures are kept, outside the web root. Remote or slow: never within a transaction. */
interface ReceiptStore {
    /**
     * @param name made by us, never by a client: {@code 2026/11/} and letters, digits, dashes and a dot
     * @throws ReceiptStoreException when it cannot be reached
     */
    void put(String name, byte[] jpeg);

    /** @throws ReceiptStoreException when it cannot be reached, or does not have it */
    byte[] get(String name);

    /** Nothing happens when it is not there. */
    void delete(String name);
}
