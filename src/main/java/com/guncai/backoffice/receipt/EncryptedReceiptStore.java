package com.guncai.backoffice.receipt;

import com.guncai.backoffice.shared.PersonalDataCipher;

/** Keeps pictures unreadable in the store behind it. Those of an earlier release are read as they are. */
class EncryptedReceiptStore implements ReceiptStore, AutoCloseable {
    private final ReceiptStore store;
    private final PersonalDataCipher personalData;

    EncryptedReceiptStore(ReceiptStore store, PersonalDataCipher personalData) {
        this.store = store;
        this.personalData = personalData;
    }

    @Override
    public void put(String name, byte[] jpeg) {
        store.put(name, personalData.encrypt(jpeg));
    }

    @Override
    public byte[] get(String name) {
        var stored = store.get(name);
        return personalData.isEncrypted(stored) ? personalData.decrypt(stored) : stored;
    }

    @Override
    public void delete(String name) {
        store.delete(name);
    }

    @Override
    public void close() throws Exception {
        if (store instanceof AutoCloseable closeable) {
            closeable.close();
        }
    }
}
