package com.guncai.backoffice.shared;

import java.util.Base64;
import java.util.List;
import org.springframework.context.annotation.Bean;

/** Encryption and digests for tests that start no application, by keys of their own. */
public final class DemoDigests {
    private static final EncryptionProperties KEYS = new EncryptionProperties(
            List.of(new EncryptionProperties.Key("demo", secret("demo of encryption"))), secret("demo of digests"));

    public static final SearchDigests DIGESTS = new SearchDigests(new PersonalDataCipher(KEYS));

    private DemoDigests() {}

    /** The keys for a slice of the application: Hibernate makes its converters itself, from these. */
    public static class Keys {
        @Bean
        EncryptionProperties encryptionProperties() {
            return KEYS;
        }

        @Bean
        PersonalDataCipher personalDataCipher(EncryptionProperties keys) {
            return new PersonalDataCipher(keys);
        }
    }

    private static String secret(String text) {
        return Base64.getEncoder().encodeToString("%-32s".formatted(text).getBytes());
    }
}
