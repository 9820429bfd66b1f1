package com.guncai.backoffice.shared;

import java.util.Base64;
import java.util.List;

/** Encryption and digests for tests that start no application, by keys of their own. */
public final class DemoDigests {
    public static final PersonalDataCipher CIPHER = new PersonalDataCipher(new EncryptionProperties(
            List.of(new EncryptionProperties.Key("demo", secret("demo of encryption"))), secret("demo of digests")));

    public static final SearchDigests DIGESTS = new SearchDigests(CIPHER);

    private DemoDigests() {}

    private static String secret(String text) {
        return Base64.getEncoder().encodeToString("%-32s".formatted(text).getBytes());
    }
}
