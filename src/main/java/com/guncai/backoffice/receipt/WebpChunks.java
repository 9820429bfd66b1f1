package com.guncai.backoffice.receipt;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * The chunks of a WebP file (RFC 9649). Its decoder draws each of them, however many there are, and makes room for what each
 * one says of its size, whatever the header of the file says.
 */
final class WebpChunks {
    private static final int FILE_HEADER = 12;
    private static final int CHUNK_HEADER = 8;

    /** As much of a chunk as says how large its picture is. */
    private static final int SIZED = 10;

    private static final int LOSSY = tag("VP8 ");
    private static final int LOSSLESS = tag("VP8L");
    private static final int ANIMATED = tag("ANMF");
    private static final Set<Integer> DRAWN = Set.of(LOSSY, LOSSLESS, tag("ALPH"));

    /** The bits of a side's length. */
    private static final int SIDE = 0x3FFF;

    private WebpChunks() {}

    /** Whether they are one picture that does not move, of that size. */
    static boolean areOnePicture(byte[] webp, long width, long height) {
        var file = ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN);
        var drawn = new HashSet<Integer>();
        for (long at = FILE_HEADER; at + CHUNK_HEADER + SIZED <= webp.length; ) {
            var type = file.getInt((int) at);
            var length = Integer.toUnsignedLong(file.getInt((int) at + 4));
            var content = (int) at + CHUNK_HEADER;
            if (type == ANIMATED
                    || type == LOSSY && !isLossyOf(file, content, width, height)
                    || type == LOSSLESS && !isLosslessOf(file, content, width, height)
                    || DRAWN.contains(type) && !drawn.add(type)) {
                return false;
            }
            at = content + length + length % 2;
        }
        return true;
    }

    private static boolean isLossyOf(ByteBuffer file, int content, long width, long height) {
        return (file.getShort(content + 6) & SIDE) == width && (file.getShort(content + 8) & SIDE) == height;
    }

    private static boolean isLosslessOf(ByteBuffer file, int content, long width, long height) {
        var sides = file.getInt(content + 1);
        return (sides & SIDE) + 1 == width && (sides >>> 14 & SIDE) + 1 == height;
    }

    private static int tag(String name) {
        return ByteBuffer.wrap(name.getBytes(StandardCharsets.US_ASCII))
                .order(ByteOrder.LITTLE_ENDIAN)
                .getInt();
    }
}
