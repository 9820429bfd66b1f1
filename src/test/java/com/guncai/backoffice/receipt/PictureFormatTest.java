package com.guncai.backoffice.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.guncai.backoffice.shared.ProblemException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file is by its first bytes, and whether a WebP file is one picture of the size it says. */
class PictureFormatTest {
    private static final String PNG = "\u0089PNG\r\n\u001a\n";
    private static final String JPEG = "\u00ff\u00d8\u00ff";

    @Test
    void aPictureIsToldByItsFirstBytes() {
        assertThat(PictureFormat.of(bytes(JPEG))).isEqualTo(PictureFormat.JPEG);
        assertThat(PictureFormat.of(bytes(PNG))).isEqualTo(PictureFormat.PNG);
        assertThat(PictureFormat.of(bytes("RIFF\0\0\0\0WEBP"))).isEqualTo(PictureFormat.WEBP);
        assertThat(PictureFormat.PNG.maxPixels()).isEqualTo(40_000_000);
        assertThat(PictureFormat.WEBP.maxPixels()).isEqualTo(10_000_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\u00ff\u00d8",
                "\u0089PNG\r\n\u001a",
                "RIFF\0\0\0\0WAVE",
                "XXXX\0\0\0\0WEBP",
                "RIFF",
                "\0\0\0\0ftypmp42",
                "\0\0\0\0ftyphei"
            })
    void anythingElseIsNoPicture(String begins) {
        assertThat(refusal(begins)).isEqualTo("RECEIPT_NOT_A_PICTURE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"heic", "mif1", "avif"})
    void whatIphonesMakeIsNamed(String brand) {
        assertThat(refusal("\0\0\0\0ftyp" + brand)).isEqualTo("RECEIPT_HEIC_NOT_SUPPORTED");
    }

    @ParameterizedTest
    @CsvSource({"300, 200, true", "301, 200, false", "300, 201, false", "200, 300, false"})
    void aWebpIsAsLargeAsItsChunkSays(int width, int height, boolean same) {
        assertThat(WebpChunks.areOnePicture(webp(lossy(300, 200)), width, height))
                .isEqualTo(same);
        assertThat(WebpChunks.areOnePicture(webp(lossless(300, 200)), width, height))
                .isEqualTo(same);
        assertThat(WebpChunks.areOnePicture(webp(chunk("EXIF", new byte[11]), lossless(300, 200)), width, height))
                .as("after a chunk of odd length")
                .isEqualTo(same);
    }

    @Test
    void aSideHasUpTo16384Pixels() {
        assertThat(WebpChunks.areOnePicture(webp(lossless(16_384, 16_384)), 16_384, 16_384))
                .isTrue();
        assertThat(WebpChunks.areOnePicture(webp(lossy(16_383, 16_383)), 16_383, 16_383))
                .isTrue();
    }

    @Test
    void onePictureIsDrawnOnce() {
        assertThat(WebpChunks.areOnePicture(webp(lossy(300, 200), lossy(300, 200)), 300, 200))
                .isFalse();
        assertThat(WebpChunks.areOnePicture(webp(chunk("ALPH", new byte[10]), chunk("ALPH", new byte[10])), 300, 200))
                .isFalse();
        assertThat(WebpChunks.areOnePicture(webp(chunk("ALPH", new byte[10]), lossy(300, 200)), 300, 200))
                .isTrue();
        assertThat(WebpChunks.areOnePicture(webp(chunk("EXIF", new byte[10]), chunk("EXIF", new byte[10])), 300, 200))
                .isTrue();
    }

    @Test
    void aPictureThatMovesIsRefused() {
        assertThat(WebpChunks.areOnePicture(webp(lossy(300, 200), chunk("ANMF", new byte[16])), 300, 200))
                .isFalse();
    }

    private static String refusal(String begins) {
        return catchThrowableOfType(ProblemException.class, () -> PictureFormat.of(bytes(begins)))
                .code();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] webp(byte[]... chunks) {
        var file = new ByteArrayOutputStream();
        file.writeBytes(bytes("RIFF\0\0\0\0WEBP"));
        for (var chunk : chunks) {
            file.writeBytes(chunk);
        }
        return file.toByteArray();
    }

    private static byte[] lossy(int width, int height) {
        return chunk(
                "VP8 ",
                littleEndian(10)
                        .putShort(6, (short) width)
                        .putShort(8, (short) height)
                        .array());
    }

    /** Its sides less one, 14 bits each, after a byte of signature. */
    private static byte[] lossless(int width, int height) {
        return chunk(
                "VP8L", littleEndian(10).putInt(1, width - 1 | height - 1 << 14).array());
    }

    private static byte[] chunk(String type, byte[] content) {
        return littleEndian(8 + content.length + content.length % 2)
                .put(bytes(type))
                .putInt(content.length)
                .put(content)
                .array();
    }

    private static ByteBuffer littleEndian(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
