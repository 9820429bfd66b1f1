package com.guncai.backoffice.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far two pictures may lie apart to be taken for one, and by which keys they are found. */
class PerceptualHashTest {
    private static final PerceptualHash NONE = new PerceptualHash(new BitSet());

    @ParameterizedTest
    @CsvSource({"0, true", "13, true", "30, true", "31, false", "196, false"})
    void picturesThatDifferInUpToThirtyBitsResembleEachOther(int bits, boolean alike) {
        var other = first(bits);

        assertThat(NONE.difference(other)).isEqualTo(bits);
        assertThat(NONE.resemblesAny(List.of(first(196), other))).isEqualTo(alike);
        assertThat(other.resemblesAny(List.of(NONE))).isEqualTo(alike);
    }

    @Test
    void noPictureResemblesNone() {
        assertThat(NONE.resemblesAny(List.of())).isFalse();
    }

    /** Of 14 by 14 frequencies, rows 0 and 1, 2 and 3, 4 and 5, 6 and 7, of each the eight lowest. */
    @Test
    void theLowestFrequenciesAreTheKeys() {
        assertThat(NONE.keys()).containsExactly(8 << 16, 9 << 16, 10 << 16, 11 << 16);
        assertThat(only(0).keys()).containsExactly(8 << 16 | 0x8000, 9 << 16, 10 << 16, 11 << 16);
        assertThat(only(7).keys()).containsExactly(8 << 16 | 0x0100, 9 << 16, 10 << 16, 11 << 16);
        assertThat(only(14).keys()).containsExactly(8 << 16 | 0x0080, 9 << 16, 10 << 16, 11 << 16);
        assertThat(only(7 * 14 + 7).keys()).containsExactly(8 << 16, 9 << 16, 10 << 16, 11 << 16 | 1);
        assertThat(only(8).keys()).as("a high one").isEqualTo(NONE.keys());
        assertThat(only(8 * 14).keys()).as("a high one").isEqualTo(NONE.keys());
    }

    @Test
    void itsTextIsAsLongWhateverItsBits() {
        assertThat(NONE.text()).isEqualTo("0".repeat(50));
        assertThat(only(0).text()).isEqualTo("01" + "0".repeat(48));
        assertThat(only(195).text()).isEqualTo("0".repeat(48) + "08");
        assertThat(PerceptualHash.parse(only(195).text())).isEqualTo(only(195));
    }

    /** A wave of light along the picture is one frequency; the same wave turned round is below the others. */
    @ParameterizedTest
    @CsvSource({"3, 0, 3", "0, 2, 28", "13, 13, 195", "5, 1, 19"})
    void aPictureIsKnownByItsFrequencies(int across, int down, int bit) {
        assertThat(PerceptualHash.of(wave(across, down, 100)).get(0).bits().get(bit))
                .isTrue();
        assertThat(PerceptualHash.of(wave(across, down, -100)).get(0).bits().get(bit))
                .isFalse();
    }

    @Test
    void theMedianPartsTheFrequenciesInHalves() {
        assertThat(PerceptualHash.of(noise()).get(0).bits().cardinality()).isEqualTo(97);
    }

    /** As a crop would leave it, so that a cropped copy is found. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 100, 100",
        "1, 0, 6, 100, 100",
        "2, 0, 0, 100, 92",
        "3, 8, 0, 100, 100",
        "4, 0, 0, 92, 100",
        "5, 3, 3, 97, 97",
        "6, 8, 8, 92, 92",
        "7, 0, 6, 100, 90"
    })
    void aPictureIsKnownByItsPartsToo(int view, int left, int top, int right, int bottom) {
        var whole = noise();
        var views = PerceptualHash.of(whole);

        assertThat(views).hasSize(16);
        assertThat(PerceptualHash.of(cropped(whole, left, top, right, bottom)).get(0))
                .isEqualTo(views.get(view));
    }

    /** 200 by 200, with so many half waves across and down. */
    private static GrayscaleImage wave(int across, int down, int amplitude) {
        var pixels = new int[200 * 200];
        for (int y = 0; y < 200; y++) {
            for (int x = 0; x < 200; x++) {
                var light = Math.cos((x + 0.5) * across * Math.PI / 200) * Math.cos((y + 0.5) * down * Math.PI / 200);
                pixels[y * 200 + x] = 128 + (int) Math.round(amplitude * light);
            }
        }
        return new GrayscaleImage(200, 200, pixels);
    }

    private static GrayscaleImage noise() {
        return new GrayscaleImage(
                200, 200, new Random(1).ints(200 * 200, 0, 256).toArray());
    }

    private static GrayscaleImage cropped(GrayscaleImage of, int left, int top, int right, int bottom) {
        var width = (right - left) * 2;
        var height = (bottom - top) * 2;
        var pixels = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = of.at(left * 2 + x, top * 2 + y);
            }
        }
        return new GrayscaleImage(width, height, pixels);
    }

    private static PerceptualHash first(int bits) {
        var set = new BitSet();
        set.set(0, bits);
        return new PerceptualHash(set);
    }

    private static PerceptualHash only(int bit) {
        var set = new BitSet();
        set.set(bit);
        return new PerceptualHash(set);
    }
}
