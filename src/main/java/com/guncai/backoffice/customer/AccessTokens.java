package com.guncai.backoffice.customer;

import com.guncai.backoffice.shared.Masked;
import com.guncai.backoffice.shared.Sha256;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.stereotype.Component;

/** Our own bearer tokens: HS256, named by key id so that keys rotate, valid for a limited time by the one clock. */
@Component
class AccessTokens implements JwtDecoder {
    private static final String ISSUER = "guncai-backoffice";

    private final NimbusJwtEncoder encoder;
    private final NimbusJwtDecoder decoder;
    private final String currentKey;
    private final Duration ttl;
    private final RevokedTokens revoked;
    private final Clock clock;

    AccessTokens(SessionProperties properties, RevokedTokens revoked, Clock clock) {
        List<JWK> keys =
                properties.signingKeys().stream().<JWK>map(AccessTokens::jwk).toList();
        this.currentKey = properties.signingKeys().get(0).id();
        this.ttl = properties.ttl();
        this.revoked = revoked;
        this.clock = clock;
        var source = new ImmutableJWKSet<SecurityContext>(new JWKSet(keys));
        this.encoder = new NimbusJwtEncoder(source);
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.HS256, source));
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        this.decoder = new NimbusJwtDecoder(processor);
        var timestamps = new JwtTimestampValidator(Duration.ZERO);
        timestamps.setClock(clock);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(new JwtIssuerValidator(ISSUER), timestamps));
    }

    Issued issue(String customerId) {
        var now = clock.instant();
        var expiresAt = now.plus(ttl);
        var claims = JwtClaimsSet.builder()
                .issuer(ISSUER)
                .subject(customerId)
                .id(UUID.randomUUID().toString())
                .issuedAt(now)
                .expiresAt(expiresAt)
                .build();
        var header = JwsHeader.with(MacAlgorithm.HS256).keyId(currentKey).build();
        var token = encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
        return new Issued(token, expiresAt);
    }

    @Override
    public Jwt decode(String token) {
        var decoded = decoder.decode(token);
        if (revoked.contains(id(decoded)) || revoked.contains(everyTokenOf(decoded.getSubject()))) {
            throw new BadJwtException("signed out");
        }
        return decoded;
    }

    /** Signs the token's owner out: it is void from now on. */
    void revoke(Jwt token) {
        revoked.add(
                id(token),
                Objects.requireNonNullElse(token.getExpiresAt(), clock.instant().plus(ttl)));
    }

    /** Signs a customer out everywhere, for good. */
    void revokeAll(String customerId) {
        revoked.add(everyTokenOf(customerId), clock.instant().plus(ttl));
    }

    private static String everyTokenOf(String customerId) {
        return "customer-" + customerId;
    }

    /** One of an earlier release has no id of its own. */
    private static String id(Jwt token) {
        return token.getId() == null
                ? Sha256.hex(token.getTokenValue().getBytes(StandardCharsets.US_ASCII))
                : token.getId();
    }

    private static OctetSequenceKey jwk(SessionProperties.Key key) {
        return new OctetSequenceKey.Builder(Base64.getDecoder().decode(key.secret()))
                .keyID(key.id())
                .algorithm(JWSAlgorithm.HS256)
                .build();
    }

    record Issued(String token, Instant expiresAt) {
        @Override
        public String toString() {
            return Masked.text(this);
        }
    }
}
