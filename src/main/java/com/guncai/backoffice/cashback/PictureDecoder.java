package com.guncai.backoffice.cashback;

import com.guncai.backoffice.shared.Problem;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decodes what strangers send: small files may unpack to huge pictures, and any of them may be broken on purpose. */
final class PictureDecoder {
    static final long MAX_PIXELS = 40_000_000;

    /** Ordinary progressive pictures have about ten; each one is a pass over all pixels. */
    private static final int MOST_SCANS = 100;

    private static final int SMALLEST_SIDE = 100;
    private static final int LONGEST_DECODED = 4096;

    /** Each picture being decoded takes up to 160 MB. */
    private static final Semaphore AT_ONCE = new Semaphore(2);

    private static final Logger log = LoggerFactory.getLogger(PictureDecoder.class);

    static {
        ImageIO.setUseCache(false);
    }

    private PictureDecoder() {}

    /** The picture as its viewer sees it: turned as its EXIF says, and thinned out when it is very large. */
    static BufferedImage decode(byte[] file, PictureFormat format) {
        if (format == PictureFormat.JPEG && !isWhole(file)) {
            throw damaged();
        }
        AT_ONCE.acquireUninterruptibly();
        var reader = ImageIO.getImageReadersByFormatName(format.name()).next();
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            // Metadata may unpack to anything; of a JPEG it says which way is up.
            reader.setInput(input, true, format != PictureFormat.JPEG);
            return decode(reader, format);
        } catch (Problem refused) {
            throw refused;
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            log.info("A receipt could not be decoded as {}: {}", format, broken.toString());
            throw damaged();
        } finally {
            reader.dispose();
            AT_ONCE.release();
        }
    }

    private static BufferedImage decode(ImageReader reader, PictureFormat format) throws IOException {
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width * height > MAX_PIXELS) {
            throw Problem.invalid("RECEIPT_TOO_MANY_PIXELS", "图片尺寸过大（最多 4000 万像素），请压缩后再上传");
        }
        if (Math.min(width, height) < SMALLEST_SIDE) {
            throw Problem.invalid("RECEIPT_TOO_SMALL", "图片太小，看不清内容，请上传原图");
        }
        var wanted = reader.getDefaultReadParam();
        var everyNth = (int) Math.max(1, Math.max(width, height) / LONGEST_DECODED);
        wanted.setSourceSubsampling(everyNth, everyNth, 0, 0);
        var picture = reader.read(0, wanted);
        if (format != PictureFormat.JPEG) {
            return picture;
        }
        var orientation = ExifUtils.getExifOrientation(reader, 0);
        return orientation == null
                ? picture
                : ExifFilterUtils.getFilterForOrientation(orientation).apply(picture);
    }

    /**
     * Whether its last scan ends, and it has no more of them than an honest one; the decoder itself fills up what is missing.
     * Within a scan no byte FF stands before DA or D9, so these are the marks of a beginning and of the end.
     */
    private static boolean isWhole(byte[] jpeg) {
        var scans = 0;
        var ended = false;
        for (int i = 1; i < jpeg.length; i++) {
            if (jpeg[i - 1] == (byte) 0xFF && jpeg[i] == (byte) 0xDA) {
                scans++;
                ended = false;
            } else if (jpeg[i - 1] == (byte) 0xFF && jpeg[i] == (byte) 0xD9) {
                ended = true;
            }
        }
        return ended && scans <= MOST_SCANS;
    }

    private static Problem damaged() {
        return Problem.invalid("RECEIPT_DAMAGED", "图片已损坏，无法打开，请重新截图或拍照后上传");
    }
}
