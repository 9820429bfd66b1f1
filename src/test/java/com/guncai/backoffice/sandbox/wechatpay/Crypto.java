package com.guncai.backoffice.sandbox.wechatpay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.guncai.backoffice.sandbox.provider.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The cryptography of APIv3: SHA256 with RSA over lines of text, AES-256-GCM with the APIv3 key. */
final class Crypto {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Crypto() {}

    static String nonce() {
        return UUID.randomUUID().toString().replace("-", "").toUpperCase();
    }

    /** The four headers that sign an answer or a notice. */
    static Map<String, String> signed(byte[] body, long epochSecond, KeyPair keys, String serial) {
        var nonce = nonce();
        var message = lines(Long.toString(epochSecond), nonce, new String(body, StandardCharsets.UTF_8));
        var headers = new LinkedHashMap<String, String>();
        headers.put("Wechatpay-Timestamp", Long.toString(epochSecond));
        headers.put("Wechatpay-Nonce", nonce);
        headers.put("Wechatpay-Signature", sign(message, keys));
        headers.put("Wechatpay-Serial", serial);
        headers.put("Wechatpay-Signature-Type", "WECHATPAY2-SHA256-RSA2048");
        return headers;
    }

    static String lines(String... parts) {
        return String.join("\n", parts) + "\n";
    }

    static String sign(String message, KeyPair keys) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(message.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean verifies(String message, String signed, KeyPair keys) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(keys.getPublic());
            signature.update(message.getBytes(StandardCharsets.UTF_8));
            return signature.verify(Base64.getDecoder().decode(signed));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Encrypts a text as certificates and notices carry it. */
    static ObjectNode encrypted(String plain, String associatedData) {
        var nonce = nonce().substring(0, 12);
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            var key = new SecretKeySpec(Merchant.API_V3_KEY.getBytes(StandardCharsets.UTF_8), "AES");
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, nonce.getBytes(StandardCharsets.UTF_8)));
            cipher.updateAAD(associatedData.getBytes(StandardCharsets.UTF_8));
            var sealed = cipher.doFinal(plain.getBytes(StandardCharsets.UTF_8));
            return Json.object()
                    .put("algorithm", "AEAD_AES_256_GCM")
                    .put("nonce", nonce)
                    .put("associated_data", associatedData)
                    .put("ciphertext", Base64.getEncoder().encodeToString(sealed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A signature of the right length that nobody made. */
    static String gibberish() {
        var bytes = new byte[256];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
