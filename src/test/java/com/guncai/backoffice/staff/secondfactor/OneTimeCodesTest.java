package com.guncai.backoffice.staff.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimeCodesTest {
    /** Of RFC 6238, appendix B. */
    private static final String SECRET =
            new Base32().encodeToString("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    /** The RFC's codes have eight digits; six are their end. */
    @ParameterizedTest
    @CsvSource({"59, 287082", "1111111109, 081804", "1234567890, 005924", "2000000000, 279037", "20000000000, 353130"})
    void areThoseOfTheRfc(long second, String code) {
        assertThat(OneTimeCodes.code(SECRET, Instant.ofEpochSecond(second))).isEqualTo(code);
    }

    @Test
    void aPhonesClockMayBeHalfAMinuteOff() {
        var now = Instant.ofEpochSecond(1_700_000_010);
        for (var off : new int[] {-30, 0, 30}) {
            var step = OneTimeCodes.step(SECRET, OneTimeCodes.code(SECRET, now.plusSeconds(off)), now);
            assertThat(step).hasValue((1_700_000_010 + off) / 30);
        }
        for (var off : new int[] {-60, 60}) {
            assertThat(OneTimeCodes.step(SECRET, OneTimeCodes.code(SECRET, now.plusSeconds(off)), now))
                    .isEmpty();
        }
    }

    @Test
    void eachSecretIsAnother() {
        assertThat(OneTimeCodes.newSecret()).hasSize(32).matches("[A-Z2-7]+").isNotEqualTo(OneTimeCodes.newSecret());
    }

    @Test
    void theQrCodeHoldsTheSecretAndTheAccountButSaysNeitherInLogs() {
        var code = QrCode.of("滚财", "manager", SECRET);

        assertThat(code.size()).isGreaterThan(30);
        assertThat(code.path()).startsWith("M4 4h1v1h-1z");
        assertThat(code.toString()).isEqualTo("QrCode[size=" + code.size() + "]");
    }
}
