package com.guncai.backoffice.receipt;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What can be made of an honest lossy WebP with a canvas (VP8X) that the decoder believes. */
final class HostileWebp {
    private static final int CANVAS = 24;

    private HostileWebp() {}

    /** The canvas promises that many pixels. */
    static byte[] canvas(byte[] honest, int width, int height) {
        var webp = honest.clone();
        little(webp).putInt(CANVAS, width - 1 | (height - 1) << 24).putShort(CANVAS + 4, (short) (height - 1 >> 8));
        return webp;
    }

    /** The canvas is small, and the frame on it is not. */
    static byte[] frame(byte[] honest, int width, int height) {
        var webp = honest.clone();
        var content = frame(webp) + 8;
        little(webp).putShort(content + 6, (short) width).putShort(content + 8, (short) height);
        return webp;
    }

    /** As above, in the other of the two compressions. */
    static byte[] lossless(byte[] honest, int width, int height) {
        var webp = honest.clone();
        var frame = frame(webp);
        little(webp)
                .put(frame + 3, (byte) 'L')
                .put(frame + 8, (byte) 0x2F)
                .putInt(frame + 9, width - 1 | (height - 1) << 14);
        return webp;
    }

    /** A further chunk, of a copy of the frame. */
    static byte[] framed(byte[] honest, String type) {
        var frame = frame(honest);
        var length = 8 + little(honest).getInt(frame + 4);
        var webp = Arrays.copyOf(honest, honest.length + length);
        System.arraycopy(honest, frame, webp, honest.length, length);
        System.arraycopy(type.getBytes(StandardCharsets.US_ASCII), 0, webp, honest.length, 4);
        little(webp).putInt(4, webp.length - 8);
        return webp;
    }

    /** Behind the frame, with what RFC 9649 wants in front of it. */
    static byte[] withExif(byte[] honest, int orientation) {
        var exif = HostilePictures.orientation(orientation);
        var webp = Arrays.copyOf(honest, honest.length + 8 + exif.length);
        System.arraycopy("EXIF".getBytes(StandardCharsets.US_ASCII), 0, webp, honest.length, 4);
        System.arraycopy(exif, 0, webp, honest.length + 8, exif.length);
        little(webp).putInt(honest.length + 4, exif.length).putInt(4, webp.length - 8);
        return webp;
    }

    private static int frame(byte[] webp) {
        for (int at = 12;
                at < webp.length;
                at += 8 + little(webp).getInt(at + 4) + little(webp).getInt(at + 4) % 2) {
            if (new String(webp, at, 4, StandardCharsets.US_ASCII).equals("VP8 ")) {
                return at;
            }
        }
        throw new IllegalStateException("no frame");
    }

    private static ByteBuffer little(byte[] webp) {
        return ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN);
    }
}
