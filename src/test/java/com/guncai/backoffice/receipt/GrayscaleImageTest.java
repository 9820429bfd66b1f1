package com.guncai.backoffice.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Brightness, borders and means of a picture. */
class GrayscaleImageTest {

    @ParameterizedTest
    @CsvSource({"0xFF0000, 76", "0x00FF00, 149", "0x0000FF, 29", "0xFFFFFF, 255", "0x000000, 0", "0x010203, 1"})
    void greenIsBrighterThanRedAndRedThanBlue(int colour, int brightness) {
        var gray = GrayscaleImage.of(DrawnReceipts.blank(3, 2, new Color(colour)));

        assertThat(gray.width()).isEqualTo(3);
        assertThat(gray.height()).isEqualTo(2);
        assertThat(gray.pixels()).hasSize(6).containsOnly(brightness);
    }

    @ParameterizedTest
    @CsvSource({"2600, 10, 2600, 10", "5200, 10, 2600, 5", "10, 5200, 5, 2600", "5201, 1, 2600, 1"})
    void aPictureIsAtMost2600PixelsLong(int width, int height, int keptWidth, int keptHeight) {
        var gray = GrayscaleImage.of(DrawnReceipts.blank(width, height, Color.WHITE));

        assertThat(gray.width()).isEqualTo(keptWidth);
        assertThat(gray.height()).isEqualTo(keptHeight);
    }

    @ParameterizedTest
    @CsvSource({"480, 40, 480, 40", "960, 40, 480, 20", "40, 960, 20, 480", "4800, 5, 480, 1"})
    void aSmallOneIsAtMost480PixelsLong(int width, int height, int keptWidth, int keptHeight) {
        var small = filled(width, height, 7).small();

        assertThat(small.width()).isEqualTo(keptWidth);
        assertThat(small.height()).isEqualTo(keptHeight);
        assertThat(small.pixels()).hasSize(keptWidth * keptHeight).containsOnly(7);
    }

    @Test
    void bordersAreTrimmedOnAllSides() {
        var picture = filled(60, 50, 200);
        chequers(picture, 7, 5, 47, 41);

        var trimmed = picture.trimmed();

        assertThat(trimmed.width()).isEqualTo(40);
        assertThat(trimmed.height()).isEqualTo(36);
        assertThat(trimmed.at(0, 0)).isEqualTo(picture.at(7, 5));
        assertThat(trimmed.at(39, 35)).isEqualTo(picture.at(46, 40));
        assertThat(trimmed.pixels()[40]).isEqualTo(picture.at(7, 6));
    }

    /** The bars above and below are of one shade, the frame within them of another. */
    @Test
    void aBorderWithinABorderIsTrimmedToo() {
        var picture = filled(80, 70, 0);
        fill(picture, 10, 0, 70, 70, 250);
        chequers(picture, 20, 20, 60, 50);

        var trimmed = picture.trimmed();

        assertThat(trimmed.width()).isEqualTo(40);
        assertThat(trimmed.height()).isEqualTo(30);
    }

    @ParameterizedTest
    @CsvSource({"24, 16", "25, 50"})
    void shadesThatDifferLittleAreOne(int difference, int height) {
        var picture = filled(200, 50, 100);
        for (int i = 0; i < picture.pixels().length; i += 3) {
            picture.pixels()[i] = 100 + difference;
        }

        assertThat(picture.trimmed().height()).isEqualTo(height);
    }

    @Test
    void ofAPictureOfOneShadeSomethingStays() {
        var trimmed = filled(60, 50, 200).trimmed();

        assertThat(trimmed.width()).isEqualTo(16);
        assertThat(trimmed.height()).isEqualTo(16);
    }

    @ParameterizedTest
    @CsvSource({"1, 16", "2, 16", "3, 50"})
    void aSpeckDoesNotMakeABorderUneven(int specks, int height) {
        var picture = filled(200, 50, 100);
        for (int y = 0; y < 50; y++) {
            for (int speck = 0; speck < specks; speck++) {
                picture.pixels()[y * 200 + 2 * speck + y % 2] = 255;
            }
        }

        assertThat(picture.trimmed().height()).isEqualTo(height);
    }

    @Test
    void fieldsAreMeansRowByRow() {
        var picture = filled(4, 4, 0);
        fill(picture, 2, 0, 4, 2, 100);
        fill(picture, 0, 2, 2, 4, 200);
        fill(picture, 3, 3, 4, 4, 40);

        assertThat(picture.fields(0, 0, 4, 4, 2, 2)).containsExactly(0, 100, 200, 10);
        assertThat(picture.fields(2, 0, 4, 4, 1, 2)).containsExactly(100, 10);
        assertThat(picture.fields(0, 2, 4, 4, 2, 1)).containsExactly(200, 10);
    }

    @Test
    void aPixelThatIsCoveredInPartCountsByThatPart() {
        var picture = new GrayscaleImage(3, 1, new int[] {0, 90, 30});

        assertThat(picture.fields(0, 0, 3, 1, 2, 1)[0]).isCloseTo(30, within(1e-9));
        assertThat(picture.fields(0, 0, 3, 1, 2, 1)[1]).isCloseTo(50, within(1e-9));
        var column = new GrayscaleImage(1, 3, new int[] {0, 90, 30});
        assertThat(column.fields(0, 0, 1, 3, 1, 2)[0]).isCloseTo(30, within(1e-9));
        assertThat(column.fields(0, 0, 1, 3, 1, 2)[1]).isCloseTo(50, within(1e-9));
    }

    @Test
    void outsideThePictureIsNothing() {
        assertThat(filled(2, 2, 9).fields(2, 2, 4, 4, 1, 1)).containsExactly(0);
        assertThat(filled(2, 2, 9).fields(1, 1, 4, 4, 1, 1)).containsExactly(9);
    }

    private static GrayscaleImage filled(int width, int height, int shade) {
        var pixels = new int[width * height];
        Arrays.fill(pixels, shade);
        return new GrayscaleImage(width, height, pixels);
    }

    private static void fill(GrayscaleImage picture, int left, int top, int right, int bottom, int shade) {
        for (int y = top; y < bottom; y++) {
            Arrays.fill(picture.pixels(), y * picture.width() + left, y * picture.width() + right, shade);
        }
    }

    private static void chequers(GrayscaleImage picture, int left, int top, int right, int bottom) {
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                picture.pixels()[y * picture.width() + x] = (x + y) % 2 == 0 ? 20 + (x + y) % 7 : 240;
            }
        }
    }
}
