package com.guncai.backoffice.shared;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

/**
 * Keeps personal data unreadable in the database: {@code @Convert(converter = PersonalDataCipher.class)} on a column encrypts
 * it with AES-256-GCM as {@code keyId:base64}. The first configured key encrypts; all of them decrypt, so keys rotate by
 * putting a new one in front. {@link #digest} makes a phone number searchable without keeping it.
 */
@Component
@Converter
public class PersonalDataCipher implements AttributeConverter<String, String> {
    private final Map<String, BytesEncryptor> encryptors = new HashMap<>();
    private final String currentKey;
    private final SecretKeySpec digestKey;

    PersonalDataCipher(EncryptionProperties properties) {
        currentKey = properties.keys().get(0).id();
        for (var key : properties.keys()) {
            encryptors.put(
                    key.id(),
                    new AesBytesEncryptor(
                            new SecretKeySpec(Base64.getDecoder().decode(key.secret()), "AES"),
                            KeyGenerators.secureRandom(12),
                            AesBytesEncryptor.CipherAlgorithm.GCM));
        }
        digestKey = new SecretKeySpec(Base64.getDecoder().decode(properties.digestSecret()), "HmacSHA256");
    }

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable String plain) {
        if (plain == null) {
            return null;
        }
        var encrypted = encryptor(currentKey).encrypt(plain.getBytes(StandardCharsets.UTF_8));
        return currentKey + ":" + Base64.getEncoder().encodeToString(encrypted);
    }

    @Override
    public @Nullable String convertToEntityAttribute(@Nullable String stored) {
        return stored == null ? null : decrypted(stored, stored.indexOf(':'));
    }

    /** The text, whether this is what the converter made of it or the text itself. */
    public String inClear(String stored) {
        return Objects.requireNonNullElse(decryptedIfAny(stored), stored);
    }

    /** Whether this is what the converter made of a text, and not a text itself. */
    public boolean isEncrypted(String stored) {
        return decryptedIfAny(stored) != null;
    }

    /** As above, of what {@link #encrypt} made of bytes: no picture begins with the name of a key. */
    public boolean isEncrypted(byte[] stored) {
        return encryptors.keySet().stream()
                .map(key -> (key + ":").getBytes(StandardCharsets.US_ASCII))
                .anyMatch(
                        key -> stored.length > key.length && Arrays.equals(key, 0, key.length, stored, 0, key.length));
    }

    /** With which what is encrypted begins, before a colon. */
    public Set<String> keyIds() {
        return Set.copyOf(encryptors.keySet());
    }

    /** As the converter does, for what is no text: {@code keyId:} and the encrypted bytes. */
    public byte[] encrypt(byte[] plain) {
        var key = (currentKey + ":").getBytes(StandardCharsets.US_ASCII);
        var encrypted = encryptor(currentKey).encrypt(plain);
        var stored = Arrays.copyOf(key, key.length + encrypted.length);
        System.arraycopy(encrypted, 0, stored, key.length, encrypted.length);
        return stored;
    }

    /** What {@link #encrypt} was given. */
    public byte[] decrypt(byte[] stored) {
        int colon = 0;
        while (stored[colon] != ':') {
            colon++;
        }
        var key = new String(stored, 0, colon, StandardCharsets.US_ASCII);
        return encryptor(key).decrypt(Arrays.copyOfRange(stored, colon + 1, stored.length));
    }

    /** A keyed digest (HMAC-SHA-256, hex) by which equal values are found again. Its key never rotates. */
    public String digest(String plain) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(digestKey);
            return HexFormat.of().formatHex(mac.doFinal(plain.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private @Nullable String decryptedIfAny(String stored) {
        var colon = stored.indexOf(':');
        if (colon < 1 || !encryptors.containsKey(stored.substring(0, colon))) {
            return null;
        }
        try {
            return decrypted(stored, colon);
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException typed) {
            return null;
        }
    }

    private String decrypted(String stored, int colon) {
        var encrypted = Base64.getDecoder().decode(stored.substring(colon + 1));
        return new String(encryptor(stored.substring(0, colon)).decrypt(encrypted), StandardCharsets.UTF_8);
    }

    private BytesEncryptor encryptor(String keyId) {
        var encryptor = encryptors.get(keyId);
        if (encryptor == null) {
            throw new IllegalStateException("no encryption key named " + keyId);
        }
        return encryptor;
    }
}
