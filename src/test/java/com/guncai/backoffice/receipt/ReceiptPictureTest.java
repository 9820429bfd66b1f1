package com.guncai.backoffice.receipt;

import static com.guncai.backoffice.receipt.HostilePictures.half;
import static com.guncai.backoffice.receipt.HostilePictures.png;
import static com.guncai.backoffice.receipt.HostilePictures.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.guncai.backoffice.shared.ProblemException;
import java.awt.Color;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;

/** What strangers may send as a picture, and what stays of it. */
@Tag("slow")
class ReceiptPictureTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refuses(String what, byte[] file, String code) {
        var refusal = Assertions.assertTimeout(
                Duration.ofSeconds(5), () -> catchThrowableOfType(ProblemException.class, () -> kept(file)));

        assertThat(refusal).isNotNull();
        assertThat(refusal.code()).isEqualTo(code);
    }

    static Stream<Arguments> refuses() throws IOException {
        var webp = webp();
        return Stream.of(
                arguments("nothing", new byte[0], "RECEIPT_MISSING"),
                arguments("one byte", new byte[] {(byte) 0xFF}, "RECEIPT_NOT_A_PICTURE"),
                arguments("a text", text("不是图片"), "RECEIPT_NOT_A_PICTURE"),
                arguments("an SVG", text("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"), "RECEIPT_NOT_A_PICTURE"),
                arguments("a page", text("<html>" + HostilePictures.PAYLOAD), "RECEIPT_NOT_A_PICTURE"),
                arguments("a GIF", text("GIF89a..........................."), "RECEIPT_NOT_A_PICTURE"),
                arguments("a PDF", text("%PDF-1.7........................."), "RECEIPT_NOT_A_PICTURE"),
                arguments("an archive", text("PK\003\004......................."), "RECEIPT_NOT_A_PICTURE"),
                arguments("a HEIC", HostilePictures.heic(), "RECEIPT_HEIC_NOT_SUPPORTED"),
                arguments("more than 10 MB", new byte[ReceiptPicture.MAX_BYTES + 1], "RECEIPT_TOO_LARGE"),
                arguments("the beginning of a JPEG", text("\u00ff"), "RECEIPT_NOT_A_PICTURE"),
                arguments("half a JPEG", half(Retouched.jpeg(DrawnReceipts.wechat(1), 0.8)), "RECEIPT_DAMAGED"),
                arguments("half a PNG", half(png(DrawnReceipts.wechat(1))), "RECEIPT_DAMAGED"),
                arguments("half a WebP", half(webp), "RECEIPT_DAMAGED"),
                arguments("a PNG bomb", HostilePictures.bombPng(), "RECEIPT_TOO_MANY_PIXELS"),
                arguments("a JPEG bomb", HostilePictures.bombJpeg(), "RECEIPT_TOO_MANY_PIXELS"),
                arguments("a large WebP", HostileWebp.canvas(webp, 4000, 2501), "RECEIPT_TOO_MANY_PIXELS"),
                arguments("a WebP bomb", HostileWebp.frame(webp, 16_383, 16_383), "RECEIPT_DAMAGED"),
                arguments("a lossless WebP bomb", HostileWebp.lossless(webp, 16_383, 16_383), "RECEIPT_DAMAGED"),
                arguments("a WebP of many frames", HostileWebp.framed(webp, "VP8 "), "RECEIPT_DAMAGED"),
                arguments("a WebP that moves", HostileWebp.framed(webp, "ANMF"), "RECEIPT_DAMAGED"),
                arguments("a JPEG of a thousand scans", HostilePictures.scansJpeg(), "RECEIPT_DAMAGED"),
                arguments("a speck", png(DrawnReceipts.blank(20, 20, Color.RED)), "RECEIPT_TOO_SMALL"));
    }

    @Test
    void keepsThePixelsAndNothingElse() {
        for (var file : new byte[][] {HostilePictures.polyglot(), HostilePictures.turned()}) {
            assertThat(new String(file, StandardCharsets.ISO_8859_1)).contains(HostilePictures.PAYLOAD);

            var picture = kept(file);

            for (var jpeg : new byte[][] {picture.jpeg(), picture.thumbnail()}) {
                assertThat(new String(jpeg, StandardCharsets.ISO_8859_1))
                        .startsWith("\u00ff\u00d8\u00ff")
                        .endsWith("\u00ff\u00d9")
                        .doesNotContain("script", "PK\003\004", "Exif");
            }
        }
    }

    @Test
    void turnsAPictureAsItsPhoneMeantIt() {
        var turned = Retouched.read(kept(HostilePictures.turned()).jpeg());

        assertThat(turned.getWidth()).isEqualTo(2340);
        assertThat(turned.getHeight()).isEqualTo(1080);
    }

    /** A phone's motion photo: the film behind the picture may hold any marks. */
    @Test
    void takesAPictureWithAFilmBehindIt() {
        var jpeg = Retouched.jpeg(DrawnReceipts.wechat(4), 0.8);

        for (var film : new String[] {"ffda", "ffda0008010100003f00".repeat(1000), "ffd8ffd9", ""}) {
            var kept = Retouched.read(kept(HostilePictures.withFilm(jpeg, film)).jpeg());

            assertThat(kept.getHeight()).as(film).isEqualTo(2340);
        }
    }

    @Test
    void turnsAPngAndAWebpAsTheirCameraMeantThem() throws IOException {
        var png = Retouched.read(
                kept(HostilePictures.turnedPng(png(DrawnReceipts.wechat(3)), 6)).jpeg());
        assertThat(png.getWidth()).isEqualTo(2340);
        var webp = webp();
        var upright = Retouched.read(kept(webp).jpeg());
        var turned = Retouched.read(kept(HostileWebp.withExif(webp, 8)).jpeg());

        assertThat(turned.getWidth()).isEqualTo(upright.getHeight());
        assertThat(turned.getHeight()).isEqualTo(upright.getWidth());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "4d4d",
                "4d4d002a7fffffff",
                "4d4d002affffffff",
                "4d4d002a00000008ffff",
                "4d4d002a00000008000101120003000000010009",
                "49492a00080000000100120103000100000000000000"
            })
    void aBrokenOrientationIsNone(String exif) throws IOException {
        var kept = kept(HostilePictures.withExif(
                png(DrawnReceipts.wechat(3)), HexFormat.of().parseHex(exif)));

        assertThat(Retouched.read(kept.jpeg()).getHeight()).isEqualTo(2340);
    }

    @Test
    void readsWebpAndWhateverTheFileIsCalled() throws IOException {
        var kept = Retouched.read(kept(webp()).jpeg());

        assertThat(kept.getWidth()).isEqualTo(300);
        assertThat(new Color(kept.getRGB(150, 30)).getGreen()).isGreaterThan(150);
    }

    @Test
    void thinsOutWhatIsVeryLarge() {
        var picture = kept(Retouched.jpeg(DrawnReceipts.blank(4000, 9000, Color.PINK), 0.3));

        assertThat(size(picture.jpeg())).isEqualTo("2000 x 4500");
        assertThat(Retouched.read(picture.thumbnail()).getHeight()).isLessThanOrEqualTo(480);
    }

    @Test
    void aLongScreenshotStaysReadable() {
        var picture = kept(Retouched.jpeg(DrawnReceipts.blank(1080, 20_000, Color.PINK), 0.3));

        assertThat(size(picture.jpeg())).isEqualTo("1080 x 20000");
        assertThat(size(picture.thumbnail())).isEqualTo("26 x 480");
    }

    /** A JPEG has no side of more than 65,500 pixels. */
    @Test
    void whatIsLongerThanAnyScreenshotIsThinnedOut() {
        assertThat(size(kept(png(DrawnReceipts.blank(101, 66_000, Color.PINK))).jpeg()))
                .isEqualTo("34 x 22000");
    }

    @Test
    void whatTakesEightBytesAPixelIsThinnedOutSooner() {
        var decoded = PictureDecoder.decode(HostilePictures.deepPng(4000, 4000), PictureFormat.PNG);

        assertThat(decoded.getColorModel().getPixelSize()).isEqualTo(64);
        assertThat(decoded.getWidth()).isEqualTo(2000);
    }

    private static ReceiptPicture kept(byte[] file) {
        return ReceiptPicture.of(new ByteArrayResource(file));
    }

    private static String size(byte[] jpeg) {
        var picture = Retouched.read(jpeg);
        return picture.getWidth() + " x " + picture.getHeight();
    }

    private static byte[] webp() throws IOException {
        return Files.readAllBytes(Path.of("src/test/resources/receipts/screenshot.webp"));
    }
}
