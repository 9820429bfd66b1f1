package com.guncai.backoffice.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines of text in a screenshot: what counts as one, when two are the same, how they are kept. */
class TextLineTest {
    private static final int COLUMNS = 96;

    @ParameterizedTest
    @CsvSource({"300, 20, 1", "180, 20, 1", "179, 20, 0", "300, 7, 1", "300, 6, 0"})
    void aLineIsHighEnoughAndNineTimesAsLong(int width, int height, int lines) {
        var screen = screen(400, 100);
        write(screen, 20, 30, width, height);

        assertThat(TextLine.of(screen)).hasSize(lines);
    }

    @Test
    void linesComeFromTopToBottomAndAreTenAtMost() {
        var screen = screen(400, 700);
        for (int line = 0; line < 12; line++) {
            write(screen, 20, 20 + line * 50, 300 - line, 20);
        }

        assertThat(TextLine.of(screen)).hasSize(10);
    }

    @Test
    void aLineThatEndsWithThePictureIsOneToo() {
        var screen = screen(400, 100);
        write(screen, 20, 80, 300, 20);

        assertThat(TextLine.of(screen)).hasSize(1);
    }

    @Test
    void thePhotoOfATableHasNoLines() {
        var photo = screen(400, 100);
        for (int y = 0; y < 100; y++) {
            for (int x = 0; x < 400; x++) {
                photo.pixels()[y * 400 + x] = x * 255 / 400;
            }
        }
        write(photo, 20, 30, 300, 20);

        assertThat(TextLine.of(photo)).isEmpty();
    }

    @Test
    void aLineIsTheSameWhereverItStandsAndHoweverLargeItIs() {
        var here = screen(400, 100);
        write(here, 20, 30, 300, 20);
        var there = screen(400, 100);
        write(there, 60, 70, 300, 20);
        var twice = screen(800, 200);
        for (int y = 0; y < 200; y++) {
            for (int x = 0; x < 800; x++) {
                twice.pixels()[y * 800 + x] = here.at(x / 2, y / 2);
            }
        }

        var line = TextLine.of(here).get(0);

        assertThat(TextLine.of(there).get(0).text()).isEqualTo(line.text());
        assertThat(TextLine.of(twice)).first().matches(line::resembles);
    }

    @Test
    void whiteOnBlackIsALineAsBlackOnWhite() {
        var dark = screen(400, 100);
        write(dark, 20, 30, 300, 20);
        for (int i = 0; i < dark.pixels().length; i++) {
            dark.pixels()[i] = 255 - dark.pixels()[i];
        }
        var light = screen(400, 100);
        write(light, 20, 30, 300, 20);

        assertThat(TextLine.of(dark).get(0).text())
                .isEqualTo(TextLine.of(light).get(0).text());
    }

    /** A window is 6 columns of 3 strips: 60 / 18 = 3.33, 61 / 18 = 3.39. */
    @ParameterizedTest
    @CsvSource({"60, true", "61, false"})
    void linesAreTheSameUnlessACharacterDiffers(int ink, boolean same) {
        var other = blank();
        Arrays.fill(other, 38, 53, (byte) 10);
        other[45] += (byte) (ink - 60);

        var difference = new TextLine(blank()).difference(new TextLine(other));

        assertThat(difference).isCloseTo(ink / 18.0, within(1e-9));
        assertThat(new TextLine(blank()).resembles(new TextLine(other))).isEqualTo(same);
    }

    @Test
    void whatDiffersInAnyStripCounts() {
        for (int strip = 0; strip < 3; strip++) {
            var other = blank();
            other[strip * COLUMNS + 50] = 9;
            assertThat(new TextLine(blank()).difference(new TextLine(other)))
                    .as("strip %d", strip)
                    .isCloseTo(0.5, within(1e-9));
        }
    }

    /** Where a line begins and ends is not found to the pixel. */
    @Test
    void theVeryEndsDoNotCount() {
        var other = blank();
        for (int column : new int[] {0, 1, COLUMNS - 2, COLUMNS - 1}) {
            other[column] = 15;
        }
        assertThat(new TextLine(blank()).difference(new TextLine(other))).isZero();

        for (int column : new int[] {2, COLUMNS - 3}) {
            other = blank();
            other[column] = 9;
            assertThat(new TextLine(blank()).difference(new TextLine(other))).isCloseTo(0.5, within(1e-9));
        }
    }

    @Test
    void columnsMayLieOneOffToEitherSide() {
        var line = pattern(0);

        assertThat(line.difference(pattern(0))).isZero();
        assertThat(line.difference(pattern(1))).isZero();
        assertThat(line.difference(pattern(-1))).isZero();
        assertThat(line.difference(pattern(2))).isPositive();
    }

    @Test
    void sixPartsOfTheMiddleStripAreTheKeys() {
        assertThat(new TextLine(blank()).keys()).containsExactly(0, 1 << 16, 2 << 16, 3 << 16, 4 << 16, 5 << 16);
        var ink = blank();
        ink[COLUMNS] = 5;
        ink[COLUMNS + 14] = 5;
        ink[COLUMNS + 16 + 15] = 5;
        ink[COLUMNS + 3 * 16 + 1] = 5;
        ink[5] = 5;
        assertThat(new TextLine(ink).keys())
                .containsExactly(0x4001, 1 << 16, 2 << 16, 3 << 16 | 0x2000, 4 << 16, 5 << 16);
    }

    @Test
    void itsTextIsAHexDigitForEachField() {
        var ink = blank();
        ink[0] = 15;
        ink[2] = 10;

        var text = new TextLine(ink).text();

        assertThat(text).isEqualTo("f0a" + "0".repeat(3 * COLUMNS - 3));
        assertThat(TextLine.parse(text).ink()).isEqualTo(ink);
    }

    /** The mean of a line is 6, whatever its ink, and nothing is more than 15. */
    @Test
    void inkIsMeasuredByItsMean() {
        var screen = screen(400, 100);
        write(screen, 20, 30, 300, 20);
        var pale = screen(400, 100);
        write(pale, 20, 30, 300, 20);
        for (int i = 0; i < pale.pixels().length; i++) {
            pale.pixels()[i] = 255 - (255 - pale.pixels()[i]) / 2;
        }

        var ink = TextLine.of(screen).get(0).ink();
        var sum = 0;
        for (var field : ink) {
            assertThat((int) field).isBetween(0, 15);
            sum += field;
        }
        assertThat(sum / (double) ink.length).isCloseTo(6, within(0.5));
        assertThat(TextLine.of(pale).get(0).resembles(TextLine.of(screen).get(0)))
                .isTrue();
    }

    private static GrayscaleImage screen(int width, int height) {
        var pixels = new int[width * height];
        Arrays.fill(pixels, 255);
        return new GrayscaleImage(width, height, pixels);
    }

    /** Strokes of different widths, as letters have. */
    private static void write(GrayscaleImage screen, int left, int top, int width, int height) {
        for (int y = top; y < top + height; y++) {
            for (int x = 0; x < width; x++) {
                var stroke = x % 12 < 4 || x % 30 < 6 && (y - top) % 3 == 0 || x == width - 1;
                screen.pixels()[y * screen.width() + left + x] = stroke ? 0 : 255;
            }
        }
    }

    private static byte[] blank() {
        return new byte[3 * COLUMNS];
    }

    private static TextLine pattern(int shift) {
        var ink = blank();
        for (int i = 0; i < ink.length; i++) {
            ink[i] = (byte) (Math.floorMod(i % COLUMNS + shift, 12) < 5 ? 12 : 0);
        }
        return new TextLine(ink);
    }
}
