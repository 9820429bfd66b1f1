package com.guncai.backoffice.receipt;

import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decodes what strangers send: small files may unpack to huge pictures, and any of them may be broken on purpose. Takes up
 * to {@value PictureTurns#MEGABYTES} MB, so only in turn.
 */
final class PictureDecoder {
    /** Ordinary progressive pictures have about ten scans, and each one is a pass over all pixels. */
    private static final long MOST_SCANNED = 400_000_000;

    private static final int SMALLEST_SIDE = 100;

    /** What is decoded; a long screenshot of 1080 by 20,000 pixels is left as it is. JPEG knows no longer sides than 65,500. */
    private static final long MOST_PIXELS = 24_000_000;

    private static final long LONGEST_SIDE = 30_000;

    /** So a PNG of 16 bits a channel, which takes eight bytes a pixel, comes smaller. */
    private static final long MOST_BYTES = 4 * MOST_PIXELS;

    private static final Logger log = LoggerFactory.getLogger(PictureDecoder.class);

    static {
        ImageIO.setUseCache(false);
    }

    private PictureDecoder() {}

    /**
     * The picture as its viewer sees it: turned as its EXIF says. Of a very large one every second pixel of every second row,
     * or fewer.
     */
    static BufferedImage decode(byte[] file, PictureFormat format) {
        var reader = ImageIO.getImageReadersByFormatName(format.name()).next();
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            // Metadata may unpack to anything; of a JPEG it says which way is up.
            reader.setInput(input, true, format != PictureFormat.JPEG);
            return decode(reader, format, file);
        } catch (ProblemException refused) {
            throw refused;
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            log.info("A receipt could not be decoded as {}: {}", format, broken.toString());
            throw damaged();
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage decode(ImageReader reader, PictureFormat format, byte[] file) throws IOException {
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width * height > format.maxPixels()) {
            var most = format.maxPixels() / 10_000;
            throw ProblemException.invalid(ProblemCode.RECEIPT_TOO_MANY_PIXELS, "图片尺寸过大（最多 " + most + " 万像素），请压缩后再上传");
        }
        if (Math.min(width, height) < SMALLEST_SIDE) {
            throw ProblemException.invalid(ProblemCode.RECEIPT_TOO_SMALL, "图片太小，看不清内容，请上传原图");
        }
        if (!isHonest(file, format, width, height)) {
            throw damaged();
        }
        var wanted = reader.getDefaultReadParam();
        var everyNth = everyNth(width, height, bytesPerPixel(reader));
        wanted.setSourceSubsampling(everyNth, everyNth, 0, 0);
        var picture = reader.read(0, wanted);
        var orientation = format == PictureFormat.JPEG
                ? Optional.ofNullable(ExifUtils.getExifOrientation(reader, 0))
                : ExifOrientation.of(file, format);
        return orientation
                .map(turn -> ExifFilterUtils.getFilterForOrientation(turn).apply(picture))
                .orElse(picture);
    }

    private static boolean isHonest(byte[] file, PictureFormat format, long width, long height) {
        return switch (format) {
            case JPEG -> {
                var scans = JpegScans.count(file);
                yield scans > 0 && scans * width * height <= MOST_SCANNED;
            }
            case WEBP -> WebpChunks.areOnePicture(file, width, height);
            case PNG -> true;
        };
    }

    private static int everyNth(long width, long height, int bytesPerPixel) {
        var pixels = Math.min(MOST_PIXELS, MOST_BYTES / bytesPerPixel);
        var byArea = Math.sqrt((double) width * height / pixels);
        var bySide = (double) Math.max(width, height) / LONGEST_SIDE;
        return (int) Math.ceil(Math.max(1, Math.max(byArea, bySide)));
    }

    private static int bytesPerPixel(ImageReader reader) throws IOException {
        var bits = reader.getImageTypes(0).next().getColorModel().getPixelSize();
        return Math.max(1, (bits + 7) / 8);
    }

    private static ProblemException damaged() {
        return ProblemException.invalid(ProblemCode.RECEIPT_DAMAGED, "图片已损坏，无法打开，请重新截图或拍照后上传");
    }
}
