package com.guncai.backoffice.shared;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** An unkeyed digest. Not for personal data, which could be found by trying: see {@link PersonalDataCipher#digest}. */
public final class Sha256 {
    private Sha256() {}

    /** 64 digits, in lower case. */
    public static String hex(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
