package com.guncai.backoffice.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How many receipts that were handed in before are found again, and how often honest ones are taken for such; prints both. */
@Tag("slow")
class PictureFingerprintTest {
    private static final int RETOUCHED = 5;

    @ParameterizedTest
    @CsvSource({"wechat, 25", "alipay, 25", "photo, 12"})
    void findsWhatWasHandedInBeforeAndLittleElse(String kind, int receipts) {
        var known = IntStream.range(0, receipts)
                .mapToObj(seed -> PictureFingerprint.of(drawing(kind).apply(seed)))
                .toList();

        var pairs = 0;
        var alarms = 0;
        for (int i = 0; i < receipts; i++) {
            for (int j = i + 1; j < receipts; j++) {
                pairs++;
                alarms += known.get(i).resembles(known.get(j)) ? 1 : 0;
            }
        }
        System.out.printf("%s: %d false alarms in %d pairs of different receipts%n", kind, alarms, pairs);
        assertThat((double) alarms / pairs).as("false alarms").isLessThan(0.02);
        for (var change : Retouched.values()) {
            var found = IntStream.range(0, RETOUCHED)
                    .filter(seed -> known.get(seed)
                            .resembles(PictureFingerprint.of(
                                    change.apply(drawing(kind).apply(seed)))))
                    .count();
            System.out.printf("%s %s: %d of %d found%n", kind, change, found, RETOUCHED);
            assertThat(found).as("%s %s", kind, change).isGreaterThanOrEqualTo(RETOUCHED * 3 / 4);
        }
    }

    @Test
    void likePicturesShareKeysByWhichTheyAreLookedUp() {
        var known = PictureFingerprint.of(DrawnReceipts.wechat(7));
        for (var change : Retouched.values()) {
            var again = PictureFingerprint.of(change.apply(DrawnReceipts.wechat(7)));
            assertThat(again.keys()).filteredOn(known.keys()::contains).hasSizeGreaterThanOrEqualTo(4);
        }
    }

    @Test
    void isKeptAsAText() {
        for (var picture : new BufferedImage[] {DrawnReceipts.wechat(1), DrawnReceipts.photo(1)}) {
            var fingerprint = PictureFingerprint.of(picture);

            assertThat(fingerprint.text()).hasSizeLessThan(8000);
            assertThat(PictureFingerprint.parse(fingerprint.text()).text()).isEqualTo(fingerprint.text());
            assertThat(PictureFingerprint.parse(fingerprint.text()).resembles(fingerprint))
                    .isTrue();
        }
    }

    /** Nobody pays with one, but somebody hands one in. */
    @ParameterizedTest
    @ValueSource(ints = {0x000000, 0x808080, 0xFFFFFF})
    void aPictureOfOneColourIsKeptAsOthersAre(int colour) {
        var uniform = PictureFingerprint.of(DrawnReceipts.blank(600, 800, new Color(colour)));
        var other = PictureFingerprint.of(DrawnReceipts.photo(1));

        var kept = PictureFingerprint.parse(uniform.text());

        assertThat(kept).isEqualTo(uniform);
        assertThat(kept.resembles(uniform)).isTrue();
        assertThat(kept.resembles(other)).isFalse();
        assertThat(PictureFingerprint.parse(other.text()).resembles(kept)).isFalse();
        assertThat(uniform.text()).hasSameSizeAs(other.text());
    }

    private static IntFunction<BufferedImage> drawing(String kind) {
        return switch (kind) {
            case "wechat" -> DrawnReceipts::wechat;
            case "alipay" -> DrawnReceipts::alipay;
            default -> DrawnReceipts::photo;
        };
    }
}
