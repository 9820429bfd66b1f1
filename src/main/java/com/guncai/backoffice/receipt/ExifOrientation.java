package com.guncai.backoffice.receipt;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.coobird.thumbnailator.util.exif.Orientation;

/**
 * Which way up a PNG or a WebP is to be seen: both may carry the EXIF of the camera in a chunk ({@code eXIf}, {@code EXIF}),
 * and viewers turn the picture by it. Reads this one number; whatever else is there, or is broken, is as if nothing were.
 */
final class ExifOrientation {
    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;
    private static final int PNG_HEADER = 8;
    private static final int WEBP_HEADER = 12;
    private static final byte[] PREFIX = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    /** An honest directory has some dozens. */
    private static final int MOST_ENTRIES = 200;

    private ExifOrientation() {}

    static Optional<Orientation> of(byte[] file, PictureFormat format) {
        try {
            var exif = format == PictureFormat.PNG
                    ? chunk(file, PNG_HEADER, ByteOrder.BIG_ENDIAN, "eXIf")
                    : chunk(file, WEBP_HEADER, ByteOrder.LITTLE_ENDIAN, "EXIF");
            return exif.map(ExifOrientation::number)
                    .filter(number -> number >= 1 && number <= 8)
                    .map(Orientation::typeOf);
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            return Optional.empty();
        }
    }

    /** PNG: length, name, content, checksum. WebP: name, length, content, filled up to an even length. */
    private static Optional<ByteBuffer> chunk(byte[] file, int header, ByteOrder order, String wanted) {
        var png = order == ByteOrder.BIG_ENDIAN;
        var bytes = ByteBuffer.wrap(file).order(order);
        for (long at = header; at + 8 <= file.length; ) {
            var length = Integer.toUnsignedLong(bytes.getInt((int) at + (png ? 0 : 4)));
            var name = new String(file, (int) at + (png ? 4 : 0), 4, StandardCharsets.ISO_8859_1);
            if (name.equals(wanted)) {
                return at + 8 + length <= file.length
                        ? Optional.of(ByteBuffer.wrap(file, (int) at + 8, (int) length)
                                .slice())
                        : Optional.empty();
            }
            at += 8 + length + (png ? 4 : length % 2);
        }
        return Optional.empty();
    }

    /** 0 when it says none. */
    private static int number(ByteBuffer exif) {
        if (exif.limit() > PREFIX.length && exif.slice(0, PREFIX.length).equals(ByteBuffer.wrap(PREFIX))) {
            exif = exif.slice(PREFIX.length, exif.limit() - PREFIX.length);
        }
        exif.order(exif.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var directory = exif.getInt(4);
        var entries = Math.min(MOST_ENTRIES, exif.getShort(directory) & 0xFFFF);
        for (int i = 0; i < entries; i++) {
            var entry = directory + 2 + 12 * i;
            if ((exif.getShort(entry) & 0xFFFF) == ORIENTATION && exif.getShort(entry + 2) == SHORT) {
                return exif.getShort(entry + 8) & 0xFFFF;
            }
        }
        return 0;
    }
}
