package com.guncai.backoffice.receipt;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Files that are no honest pictures. */
public final class HostilePictures {
    static final String PAYLOAD = "<script>alert(document.cookie)</script>";

    private HostilePictures() {}

    static byte[] png(BufferedImage picture) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return bytes.toByteArray();
    }

    /** A small PNG whose header promises 2.5 thousand million pixels. */
    public static byte[] bombPng() {
        var png = png(DrawnReceipts.wechat(1));
        var header = ByteBuffer.wrap(png);
        header.putInt(16, 50_000).putInt(20, 50_000);
        var crc = new CRC32();
        crc.update(png, 12, 17);
        header.putInt(29, (int) crc.getValue());
        return png;
    }

    /** An honest PNG of 16 bits a channel: eight bytes a pixel in memory, next to none in the file. */
    static byte[] deepPng(int width, int height) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(HexFormat.of().parseHex("89504e470d0a1a0a"));
        chunk(
                bytes,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {16, 6, 0, 0, 0})
                        .array());
        var pixels = new ByteArrayOutputStream();
        try (var deflated = new DeflaterOutputStream(pixels)) {
            for (int y = 0; y < height; y++) {
                deflated.write(new byte[1 + 8 * width]);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        chunk(bytes, "IDAT", pixels.toByteArray());
        chunk(bytes, "IEND", new byte[0]);
        return bytes.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] content) {
        var body = ByteBuffer.allocate(4 + content.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .array();
        var crc = new CRC32();
        crc.update(body);
        png.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        png.writeBytes(body);
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    /** A JPEG whose frame header promises 65,000 by 65,000 pixels. */
    static byte[] bombJpeg() {
        var jpeg = Retouched.jpeg(DrawnReceipts.wechat(1), 0.8);
        for (int i = 2; i < jpeg.length - 9; i++) {
            if (jpeg[i] == (byte) 0xFF && jpeg[i + 1] == (byte) 0xC0) {
                ByteBuffer.wrap(jpeg).putShort(i + 5, (short) 65_000).putShort(i + 7, (short) 65_000);
                return jpeg;
            }
        }
        throw new IllegalStateException("no frame");
    }

    /** A JPEG with a thousand scans, each of which would be a pass over all pixels. */
    static byte[] scansJpeg() {
        var jpeg = Retouched.jpeg(DrawnReceipts.wechat(1), 0.8);
        var bytes = new ByteArrayOutputStream();
        bytes.write(jpeg, 0, jpeg.length - 2);
        for (int i = 0; i < 1000; i++) {
            bytes.writeBytes(HexFormat.of().parseHex("ffda0008010100003f00"));
        }
        bytes.writeBytes(HexFormat.of().parseHex("ffd9"));
        return bytes.toByteArray();
    }

    /** An honest JPEG that is a page and an archive as well. */
    static byte[] polyglot() {
        var jpeg = Retouched.jpeg(DrawnReceipts.wechat(2), 0.8);
        var comment = PAYLOAD.getBytes(StandardCharsets.UTF_8);
        var bytes = new ByteArrayOutputStream();
        bytes.write(jpeg, 0, 2);
        bytes.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) (comment.length + 2)});
        bytes.writeBytes(comment);
        bytes.write(jpeg, 2, jpeg.length - 2);
        bytes.writeBytes("PK\003\004".getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(comment);
        return bytes.toByteArray();
    }

    /** A JPEG that a phone took lying on its side: EXIF orientation 6, and a place in its metadata. */
    static byte[] turned() {
        var jpeg = Retouched.jpeg(DrawnReceipts.wechat(3), 0.8);
        var exif = HexFormat.of()
                .parseHex("457869660000" + "4d4d002a00000008" + "0001" + "0112" + "0003" + "00000001" + "00060000"
                        + "00000000");
        var bytes = new ByteArrayOutputStream();
        bytes.write(jpeg, 0, 2);
        bytes.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (exif.length + 2 + PAYLOAD.length())});
        bytes.writeBytes(exif);
        bytes.writeBytes(PAYLOAD.getBytes(StandardCharsets.UTF_8));
        bytes.write(jpeg, 2, jpeg.length - 2);
        return bytes.toByteArray();
    }

    /** As phones append one: a box that names it, and whatever is in it. */
    static byte[] withFilm(byte[] jpeg, String hex) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(jpeg);
        bytes.writeBytes("\0\0\0\030ftypmp42".getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(HexFormat.of().parseHex(hex));
        bytes.writeBytes(new byte[1000]);
        return bytes.toByteArray();
    }

    static byte[] turnedPng(byte[] png, int orientation) {
        return withExif(png, orientation(orientation));
    }

    /** Big-endian, one entry. */
    static byte[] orientation(int number) {
        return HexFormat.of()
                .parseHex("4d4d002a00000008" + "0001" + "0112" + "0003" + "00000001" + "000" + number + "0000"
                        + "00000000");
    }

    /** With a chunk of it behind the header. */
    static byte[] withExif(byte[] png, byte[] exif) {
        var header = 8 + 12 + 13;
        var chunk = ByteBuffer.allocate(12 + exif.length)
                .putInt(exif.length)
                .put("eXIf".getBytes(StandardCharsets.US_ASCII))
                .put(exif);
        var check = new CRC32();
        check.update(chunk.array(), 4, 4 + exif.length);
        chunk.putInt((int) check.getValue());
        var bytes = new ByteArrayOutputStream();
        bytes.write(png, 0, header);
        bytes.writeBytes(chunk.array());
        bytes.write(png, header, png.length - header);
        return bytes.toByteArray();
    }

    public static byte[] half(byte[] file) {
        return Arrays.copyOf(file, file.length / 2);
    }

    public static byte[] heic() {
        return HexFormat.of().parseHex("0000002466747970" + "68656963" + "00000000" + "6d696631" + "00".repeat(200));
    }

    public static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
