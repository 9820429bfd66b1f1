package com.guncai.backoffice.payment;

import com.github.binarywang.wxpay.v3.auth.Verifier;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Certificate mode: signatures of the certificates that WeChat Pay publishes. They are downloaded when first needed and
 * again each hour, so that the application starts while WeChat Pay is down; while it is, the known ones go on serving.
 */
class CertificateVerifier implements Verifier {
    private static final Logger log = LoggerFactory.getLogger(CertificateVerifier.class);
    private static final Duration FRESH = Duration.ofHours(1);

    private final Supplier<Verifier> download;
    private final Clock clock;
    private volatile @Nullable Downloaded downloaded;

    CertificateVerifier(Supplier<Verifier> download, Clock clock) {
        this.download = download;
        this.clock = clock;
    }

    @Override
    public boolean verify(String serialNumber, byte[] message, String signature) {
        var certificates = certificates();
        try {
            return certificates.verify(serialNumber, message, signature);
        } catch (RuntimeException malformed) {
            return false;
        }
    }

    @Override
    public X509Certificate getValidCertificate() {
        return certificates().getValidCertificate();
    }

    /**
     * @throws RuntimeException when there are none yet and WeChat Pay gives none
     */
    private Verifier certificates() {
        var known = downloaded;
        return known != null && known.isFresh(clock) ? known.verifier() : refreshed();
    }

    private synchronized Verifier refreshed() {
        var known = downloaded;
        if (known != null && known.isFresh(clock)) {
            return known.verifier();
        }
        Verifier verifier;
        try {
            verifier = download.get();
        } catch (RuntimeException unreachable) {
            if (known == null) {
                throw unreachable;
            }
            log.warn("WeChat Pay gave no certificates ({}); the known ones stay", unreachable.toString());
            verifier = known.verifier();
        }
        downloaded = new Downloaded(verifier, clock.instant());
        return verifier;
    }

    private record Downloaded(Verifier verifier, Instant at) {
        boolean isFresh(Clock clock) {
            return clock.instant().isBefore(at.plus(FRESH));
        }
    }
}
