package com.guncai.backoffice.sandbox.wechatpay;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Locale;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The one merchant of the sandbox, with the merchant's and the platform's keys. They are made once in a JVM: making
 * RSA keys takes a second, and several nodes must trust the same ones.
 */
public final class Merchant {
    public static final String ID = "1600000001";
    public static final String PUBLIC_KEY_ID = "PUB_KEY_ID_0116000000012025010100000000000001";
    /** AES-256 key of certificates and notices; 32 characters. */
    public static final String API_V3_KEY = "sandbox-api-v3-key-of-32-letters";

    private static final Merchant ONLY = new Merchant();

    private final KeyPair merchant = rsa();
    private final KeyPair platform = rsa();
    private final KeyPair stranger = rsa();
    private final X509Certificate merchantCertificate = certificate("CN=sandbox merchant", merchant);
    private final X509Certificate platformCertificate = certificate("CN=sandbox WeChat Pay", platform);

    private Merchant() {}

    public static Merchant only() {
        return ONLY;
    }

    /** Serial number of the merchant's certificate, named in every request. */
    public String serial() {
        return serial(merchantCertificate);
    }

    /** The merchant's private key, PKCS #8 in PEM. */
    public String privateKeyPem() {
        return pem("PRIVATE KEY", merchant.getPrivate());
    }

    /** WeChat Pay's public key in PEM, for public-key mode. */
    public String platformPublicKeyPem() {
        return pem("PUBLIC KEY", platform.getPublic());
    }

    /** A certificate of a proxy in front of the application, which no browser trusts. */
    public static SelfSigned selfSigned(String host) {
        var keys = rsa();
        try {
            return new SelfSigned(
                    pem("CERTIFICATE", certificate("CN=" + host, keys).getEncoded()),
                    pem("PRIVATE KEY", keys.getPrivate()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    KeyPair merchantKeys() {
        return merchant;
    }

    KeyPair platformKeys() {
        return platform;
    }

    KeyPair strangersKeys() {
        return stranger;
    }

    X509Certificate platformCertificate() {
        return platformCertificate;
    }

    String platformSerial() {
        return serial(platformCertificate);
    }

    String platformCertificatePem() throws GeneralSecurityException {
        return pem("CERTIFICATE", platformCertificate.getEncoded());
    }

    private static String serial(X509Certificate certificate) {
        return certificate.getSerialNumber().toString(16).toUpperCase(Locale.ROOT);
    }

    private static KeyPair rsa() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate certificate(String name, KeyPair keys) {
        // Real time, not the sandbox clock: the SDK checks a certificate's validity with the machine's clock.
        var now = Instant.now();
        var subject = new X500Name(name);
        var builder = new JcaX509v3CertificateBuilder(
                subject,
                new BigInteger(159, new SecureRandom()).setBit(158),
                Date.from(now.minus(Duration.ofDays(1))),
                Date.from(now.plus(Duration.ofDays(3650))),
                subject,
                keys.getPublic());
        try {
            var signer = new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Both in PEM. */
    public record SelfSigned(String certificate, String key) {}

    private static String pem(String type, Key key) {
        return pem(type, key.getEncoded());
    }

    private static String pem(String type, byte[] content) {
        var lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(content);
        return "-----BEGIN " + type + "-----\n" + lines + "\n-----END " + type + "-----\n";
    }
}
