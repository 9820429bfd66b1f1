package com.guncai.backoffice.cashback;

import com.guncai.backoffice.shared.Problem;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import net.coobird.thumbnailator.Thumbnails;

/**
 * A receipt as we keep it: drawn anew from its pixels, so that neither metadata nor anything else that came along with the
 * file is left.
 *
 * @param sha256 of the file as it was sent, hex: the same file is the same picture
 * @param jpeg at most 4096 pixels long
 * @param thumbnail JPEG, at most 480 pixels long
 */
record ReceiptPicture(String sha256, Fingerprint fingerprint, byte[] jpeg, byte[] thumbnail) {
    static final int MAX_BYTES = 10 * 1024 * 1024;

    private static final int LONGEST_SIDE = 4096;
    private static final int THUMBNAIL_SIDE = 480;

    /**
     * @throws Problem {@code RECEIPT_MISSING}, {@code RECEIPT_TOO_LARGE}, {@code RECEIPT_NOT_A_PICTURE},
     *     {@code RECEIPT_HEIC_NOT_SUPPORTED}, {@code RECEIPT_TOO_MANY_PIXELS}, {@code RECEIPT_TOO_SMALL}, {@code RECEIPT_DAMAGED}
     */
    static ReceiptPicture of(byte[] file) {
        if (file.length == 0) {
            throw Problem.invalid("RECEIPT_MISSING", "请上传支付凭证");
        }
        if (file.length > MAX_BYTES) {
            throw Problem.invalid("RECEIPT_TOO_LARGE", "图片超过 10MB，请压缩后再上传");
        }
        var picture = onWhite(PictureDecoder.decode(file, PictureFormat.of(file)));
        return new ReceiptPicture(
                sha256(file),
                Fingerprint.of(picture),
                jpeg(picture, LONGEST_SIDE, 0.9),
                jpeg(picture, THUMBNAIL_SIDE, 0.8));
    }

    private static BufferedImage onWhite(BufferedImage decoded) {
        var plain = new BufferedImage(decoded.getWidth(), decoded.getHeight(), BufferedImage.TYPE_INT_RGB);
        var graphics = plain.createGraphics();
        graphics.drawImage(decoded, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return plain;
    }

    private static byte[] jpeg(BufferedImage picture, int longestSide, double quality) {
        var scale = Math.min(1.0, (double) longestSide / Math.max(picture.getWidth(), picture.getHeight()));
        var bytes = new ByteArrayOutputStream();
        try {
            Thumbnails.of(picture)
                    .size(Math.max(1, (int) Math.round(picture.getWidth() * scale)), Math.max(1, (int)
                            Math.round(picture.getHeight() * scale)))
                    .keepAspectRatio(false)
                    .outputFormat("jpg")
                    .outputQuality(quality)
                    .toOutputStream(bytes);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return bytes.toByteArray();
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    @Override
    public String toString() {
        return "ReceiptPicture[" + sha256 + "]";
    }
}
