package com.guncai.backoffice.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guncai.backoffice.shared.EncryptionProperties.Key;
import java.util.Base64;
import java.util.List;
import javax.crypto.AEADBadTagException;
import org.junit.jupiter.api.Test;

/** Personal data cannot be read from the database, nor changed there unnoticed, and outlives a change of keys. */
class PersonalDataCipherTest {
    private static final String PHONE = "13900000001";
    private static final Key OLD = new Key("k1", secret("the key of last year............"));
    private static final Key NEW = new Key("k2", secret("the key of this year............"));

    @Test
    void whatIsStoredCannotBeReadAndNeverLooksTheSameTwice() {
        var data = with(OLD);
        var stored = data.convertToDatabaseColumn(PHONE);

        assertThat(stored).startsWith("k1:").doesNotContain(PHONE);
        assertThat(data.convertToDatabaseColumn(PHONE)).isNotEqualTo(stored);
        assertThat(data.convertToEntityAttribute(stored)).isEqualTo(PHONE);
    }

    @Test
    void aNewKeyInFrontEncryptsAndTheOldOneStillReads() {
        var stored = with(OLD).convertToDatabaseColumn(PHONE);
        var rotated = with(NEW, OLD);

        assertThat(rotated.convertToEntityAttribute(stored)).isEqualTo(PHONE);
        assertThat(rotated.convertToDatabaseColumn(PHONE)).startsWith("k2:");
    }

    /** A column that was in clear before holds both; what only looks encrypted was typed so. */
    @Test
    void whatIsStoredInClearOrNotReadsTheSame() {
        var stored = String.valueOf(with(OLD).convertToDatabaseColumn("k1:" + PHONE));
        var rotated = with(NEW, OLD);

        assertThat(rotated.inClear(stored)).isEqualTo("k1:" + PHONE);
        assertThat(rotated.isEncrypted(stored)).isTrue();
        for (var typed : List.of(PHONE, "", ":", "k1:", "k1:不是密文", "k1:" + PHONE, "k3:" + stored, stored + "AAAA")) {
            assertThat(rotated.inClear(typed)).isEqualTo(typed);
            assertThat(rotated.isEncrypted(typed)).isFalse();
        }
    }

    /** A file is kept as the bytes of its key's name, a colon, and what is encrypted. */
    @Test
    void whatIsNoTextIsKeptTheSameWay() {
        var plain = new byte[] {0, ':', 'k', -1};
        var stored = with(OLD).encrypt(plain);

        assertThat(stored).startsWith('k', '1', ':').hasSizeGreaterThan(3 + plain.length);
        assertThat(with(OLD).encrypt(plain)).isNotEqualTo(stored);
        assertThat(with(NEW, OLD).decrypt(stored)).isEqualTo(plain);
        assertThat(with(NEW, OLD).encrypt(plain)).startsWith('k', '2', ':');
    }

    @Test
    void withoutItsKeyItIsLostAndTheErrorNamesTheKeyOnly() {
        var stored = with(OLD).convertToDatabaseColumn(PHONE);

        assertThatThrownBy(() -> with(NEW).convertToEntityAttribute(stored)).hasMessage("no encryption key named k1");
    }

    @Test
    void whatWasTamperedWithIsRefused() {
        var stored = String.valueOf(with(OLD).convertToDatabaseColumn(PHONE));
        var bytes = Base64.getDecoder().decode(stored.substring(3));
        bytes[bytes.length - 1] ^= 1;

        assertThatThrownBy(() -> with(OLD)
                        .convertToEntityAttribute("k1:" + Base64.getEncoder().encodeToString(bytes)))
                .hasRootCauseInstanceOf(AEADBadTagException.class);
    }

    @Test
    void equalNumbersAreFoundByADigestThatNoOtherSecretMakes() {
        assertThat(with(OLD).digest(PHONE))
                .isEqualTo(with(NEW, OLD).digest(PHONE))
                .hasSize(64);
        assertThat(with(OLD).digest(PHONE)).isNotEqualTo(with(OLD).digest("13900000002"));
        assertThat(new PersonalDataCipher(
                                new EncryptionProperties(List.of(OLD), secret("another.........................")))
                        .digest(PHONE))
                .isNotEqualTo(with(OLD).digest(PHONE));
    }

    private static PersonalDataCipher with(Key... keys) {
        return new PersonalDataCipher(
                new EncryptionProperties(List.of(keys), secret("the secret of the digests.......")));
    }

    private static String secret(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes());
    }
}
