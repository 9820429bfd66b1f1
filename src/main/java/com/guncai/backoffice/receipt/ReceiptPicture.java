package com.guncai.backoffice.receipt;

import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import net.coobird.thumbnailator.Thumbnails;
import org.springframework.core.io.InputStreamSource;

/**
 * A receipt as we keep it: drawn anew from its pixels, so that neither metadata nor anything else that came along with the
 * file is left.
 *
 * @param sha256 of the file as it was sent, hex: the same file is the same picture
 * @param jpeg as large as it was decoded, see {@link PictureDecoder}
 * @param thumbnail JPEG, at most 480 pixels long
 */
public record ReceiptPicture(String sha256, PictureFingerprint fingerprint, byte[] jpeg, byte[] thumbnail) {
    static final int MAX_BYTES = 10 * 1024 * 1024;

    private static final int THUMBNAIL_SIDE = 480;
    private static final int BAND = 256;

    /**
     * Takes memory, so only in turn: see {@link PictureBulkhead}.
     *
     * @throws ProblemException {@code RECEIPT_MISSING}, {@code RECEIPT_TOO_LARGE}, {@code RECEIPT_NOT_A_PICTURE},
     *     {@code RECEIPT_HEIC_NOT_SUPPORTED}, {@code RECEIPT_TOO_MANY_PIXELS}, {@code RECEIPT_TOO_SMALL}, {@code RECEIPT_DAMAGED}
     */
    public static ReceiptPicture of(InputStreamSource source) {
        var file = bytes(source);
        if (file.length == 0) {
            throw ProblemException.invalid(ProblemCode.RECEIPT_MISSING, "请上传支付凭证");
        }
        if (file.length > MAX_BYTES) {
            throw ProblemException.invalid(ProblemCode.RECEIPT_TOO_LARGE, "图片超过 10MB，请压缩后再上传");
        }
        var picture = onWhite(PictureDecoder.decode(file, PictureFormat.of(file)));
        return new ReceiptPicture(sha256(source), PictureFingerprint.of(picture), jpeg(picture), thumbnail(picture));
    }

    private static byte[] bytes(InputStreamSource source) {
        try (var content = source.getInputStream()) {
            return content.readNBytes(MAX_BYTES + 1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static BufferedImage onWhite(BufferedImage decoded) {
        var width = decoded.getWidth();
        var plain = new BufferedImage(width, decoded.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        var graphics = plain.createGraphics();
        // In bands, as Java2D makes a third copy of what it draws.
        for (int y = 0; y < decoded.getHeight(); y += BAND) {
            var band = decoded.getSubimage(0, y, width, Math.min(BAND, decoded.getHeight() - y));
            graphics.drawImage(band, 0, y, Color.WHITE, null);
        }
        graphics.dispose();
        return plain;
    }

    private static byte[] jpeg(BufferedImage picture) {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            var wanted = writer.getDefaultWriteParam();
            wanted.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            wanted.setCompressionQuality(0.9f);
            writer.write(null, new IIOImage(picture, null, null), wanted);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static byte[] thumbnail(BufferedImage picture) {
        var scale = Math.min(1.0, (double) THUMBNAIL_SIDE / Math.max(picture.getWidth(), picture.getHeight()));
        var bytes = new ByteArrayOutputStream();
        try {
            Thumbnails.of(picture)
                    .size(Math.max(1, (int) Math.round(picture.getWidth() * scale)), Math.max(1, (int)
                            Math.round(picture.getHeight() * scale)))
                    .keepAspectRatio(false)
                    .outputFormat("jpg")
                    .outputQuality(0.8)
                    .toOutputStream(bytes);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return bytes.toByteArray();
    }

    /** Hex; of a file of any size, as it is not read into memory. */
    public static String sha256(InputStreamSource source) {
        try (var content = source.getInputStream()) {
            var digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(content, digest).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    @Override
    public String toString() {
        return "ReceiptPicture[" + sha256 + "]";
    }
}
