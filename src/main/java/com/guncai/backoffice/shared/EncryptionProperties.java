package com.guncai.backoffice.shared;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Keys of the personal data in the database.
 *
 * @param keys the first encrypts, all decrypt; to rotate, put a new one in front and keep the old
 * @param digestSecret base64 of 32 bytes; keys the digests by which phone numbers are found, so it stays for good
 */
@Validated
@ConfigurationProperties("backoffice.encryption")
record EncryptionProperties(@NotEmpty List<@Valid Key> keys, @NotBlank String digestSecret) {

    /**
     * @param id short name kept beside each value, without a colon
     * @param secret base64 of 32 bytes
     */
    record Key(@Pattern(regexp = "[A-Za-z0-9_-]{1,16}") String id, @NotBlank String secret) {
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
