package com.guncai.backoffice.customer;

import com.guncai.backoffice.shared.Masked;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Access tokens of the customer API.
 *
 * @param signingKeys the first signs, all verify; to rotate, put a new one in front and drop the old after {@code ttl}
 * @param ttl how long a token is valid
 */
@Validated
@ConfigurationProperties("backoffice.session")
record SessionProperties(@NotEmpty List<@Valid Key> signingKeys, @DefaultValue("7d") Duration ttl) {

    /**
     * @param id the token's {@code kid}
     * @param secret base64 of at least 32 bytes
     */
    record Key(@NotBlank String id, @NotBlank String secret) {
        @Override
        public String toString() {
            return Masked.text(this);
        }
    }

    @Override
    public String toString() {
        return Masked.text(this);
    }
}
