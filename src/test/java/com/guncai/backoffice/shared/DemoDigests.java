package com.guncai.backoffice.shared;

import java.util.Base64;
import java.util.List;

/** Digests for tests that start no application, by keys of their own. */
public final class DemoDigests {
    public static final SearchDigests DIGESTS = new SearchDigests(new PersonalDataCipher(new EncryptionProperties(
            List.of(new EncryptionProperties.Key("demo", secret("demo of encryption"))), secret("demo of digests"))));

    private DemoDigests() {}

    private static String secret(String text) {
        return Base64.getEncoder().encodeToString("%-32s".formatted(text).getBytes());
    }
}
