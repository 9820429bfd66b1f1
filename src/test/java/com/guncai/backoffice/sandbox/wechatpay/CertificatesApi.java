package com.guncai.backoffice.sandbox.wechatpay;

import com.guncai.backoffice.sandbox.provider.Answer;
import com.guncai.backoffice.sandbox.provider.Json;
import com.guncai.backoffice.sandbox.provider.SandboxClock;
import java.security.GeneralSecurityException;

/** {@code /v3/certificates}: the platform's certificate, for merchants that verify with certificates. */
final class CertificatesApi {
    private final Merchant merchant = Merchant.only();

    Answer list() {
        var certificate = merchant.platformCertificate();
        var json = Json.object();
        try {
            json.putArray("data")
                    .addObject()
                    .put("serial_no", merchant.platformSerial())
                    .put(
                            "effective_time",
                            SandboxClock.rfc3339(certificate.getNotBefore().toInstant()))
                    .put(
                            "expire_time",
                            SandboxClock.rfc3339(certificate.getNotAfter().toInstant()))
                    .set("encrypt_certificate", Crypto.encrypted(merchant.platformCertificatePem(), "certificate"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return Answer.json(200, json);
    }
}
