package com.guncai.backoffice.payment;

import com.github.binarywang.wxpay.v3.auth.PublicCertificateVerifier;
import java.security.PublicKey;

/**
 * Public-key mode: signatures of WeChat Pay's one key. The SDK's own check takes any serial number and throws on a
 * malformed signature; this one takes our key's id only and answers no.
 */
class PublicKeyVerifier extends PublicCertificateVerifier {
    private final String id;

    PublicKeyVerifier(String id, PublicKey key) {
        super(key, id);
        this.id = id;
    }

    @Override
    public boolean verify(String serialNumber, byte[] message, String signature) {
        try {
            return id.equals(serialNumber) && super.verify(serialNumber, message, signature);
        } catch (RuntimeException malformed) {
            return false;
        }
    }
}
