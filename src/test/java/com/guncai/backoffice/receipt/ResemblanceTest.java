package com.guncai.backoffice.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When two pictures are taken for one: by their lines when both have some, otherwise by how they look. */
class ResemblanceTest {
    private static final List<PerceptualHash> LIGHT = List.of(hash(0), hash(40));
    private static final List<PerceptualHash> DARK = List.of(hash(196), hash(150));

    @ParameterizedTest
    @CsvSource({"5, 5, true", "5, 4, true", "5, 3, false", "3, 2, true", "3, 1, false"})
    void ofTheLinesAllButOneAreFound(int lines, int same, boolean alike) {
        var one = new PictureFingerprint(lines(0, lines), LIGHT, List.of());
        var other = new PictureFingerprint(lines(lines - same, lines), DARK, List.of());

        assertThat(one.resembles(other)).isEqualTo(alike);
        assertThat(other.resembles(one)).isEqualTo(alike);
    }

    @Test
    void aCutScreenshotHasFewerLines() {
        var whole = new PictureFingerprint(lines(0, 8), LIGHT, List.of());
        var cut = new PictureFingerprint(lines(3, 4), DARK, List.of());

        assertThat(whole.resembles(cut)).isTrue();
        assertThat(cut.resembles(whole)).isTrue();
    }

    @Test
    void differentLinesAreNotMadeUpForByLooks() {
        var one = new PictureFingerprint(lines(0, 3), LIGHT, List.of());

        assertThat(one.resembles(new PictureFingerprint(lines(5, 3), LIGHT, List.of())))
                .isFalse();
    }

    /** Fewer than three lines may be chance. */
    @Test
    void withoutLinesThePictureAsAWholeCounts() {
        var one = new PictureFingerprint(lines(0, 2), LIGHT, List.of());

        assertThat(one.resembles(new PictureFingerprint(lines(5, 3), LIGHT, List.of())))
                .isTrue();
        assertThat(one.resembles(new PictureFingerprint(lines(0, 2), DARK, List.of())))
                .isFalse();
        assertThat(new PictureFingerprint(lines(5, 3), LIGHT, List.of()).resembles(one))
                .isTrue();
        assertThat(new PictureFingerprint(lines(0, 3), DARK, List.of()).resembles(one))
                .isFalse();
    }

    @Test
    void theWholeOfOneMayBeAPartOfTheOther() {
        var part = new PictureFingerprint(List.of(), List.of(hash(40), hash(120)), List.of());
        var whole = new PictureFingerprint(List.of(), LIGHT, List.of());
        assertThat(part.resembles(whole)).isTrue();
        assertThat(whole.resembles(part)).isTrue();

        var onlyPartsAreAlike = new PictureFingerprint(List.of(), List.of(hash(196), hash(40)), List.of());
        assertThat(onlyPartsAreAlike.resembles(whole)).isFalse();
    }

    @Test
    void aPictureIsLookedUpByItsLinesOrByItsLooks() {
        var text = new PictureFingerprint(lines(0, 3), LIGHT, List.of());
        var photo = new PictureFingerprint(lines(0, 2), LIGHT, List.of());

        assertThat(text.keys()).containsAll(text.lines().get(2).keys());
        assertThat(text.keys())
                .filteredOn(key -> key >> 16 >= 8)
                .containsExactlyInAnyOrderElementsOf(LIGHT.get(0).keys());
        assertThat(photo.keys()).containsAll(LIGHT.get(1).keys()).allMatch(key -> key >> 16 >= 8);
    }

    /** A cut at the side spoils the lines; the value of each is still there. */
    @Test
    void theValuesOfLinesCountWhereTheLinesAreSpoilt() {
        var whole = new PictureFingerprint(lines(0, 4), LIGHT, lines(8, 3));

        assertThat(whole.resembles(new PictureFingerprint(lines(4, 4), DARK, lines(8, 3))))
                .isTrue();
        assertThat(whole.resembles(new PictureFingerprint(lines(4, 4), DARK, lines(9, 2))))
                .isTrue();
        assertThat(whole.resembles(new PictureFingerprint(lines(4, 4), DARK, lines(10, 3))))
                .isFalse();
        assertThat(whole.resembles(new PictureFingerprint(lines(4, 4), DARK, List.of())))
                .isFalse();
    }

    @Test
    void isReadAsItIsKept() {
        for (var kept : List.of(
                new PictureFingerprint(lines(0, 2), LIGHT, List.of()),
                new PictureFingerprint(List.of(), List.of(hash(1)), List.of()))) {
            var read = PictureFingerprint.parse(kept.text());

            assertThat(read.views()).isEqualTo(kept.views());
            assertThat(read.lines()).usingRecursiveComparison().isEqualTo(kept.lines());
        }
        assertThat(new PictureFingerprint(List.of(), List.of(hash(1)), List.of()).text())
                .startsWith("/01");
    }

    /** Each is another: from its own column on there is ink. */
    private static List<TextLine> lines(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(number -> {
                    var ink = new byte[3 * 96];
                    for (int i = 0; i < ink.length; i++) {
                        ink[i] = (byte) (i % 96 / 6 == number + 1 ? 15 : 0);
                    }
                    return new TextLine(ink);
                })
                .toList();
    }

    private static PerceptualHash hash(int bits) {
        var set = new BitSet();
        set.set(0, bits);
        return new PerceptualHash(set);
    }
}
