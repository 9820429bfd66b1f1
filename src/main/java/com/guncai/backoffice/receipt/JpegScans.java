package com.guncai.backoffice.receipt;

/**
 * The scans of a JPEG, each of which is a pass over all pixels for its decoder (ITU T.81, annex B). What stands behind the end
 * of the picture is nobody's: phones append a film there, and any marks in it are not the picture's.
 */
final class JpegScans {
    private static final int END = 0xD9;
    private static final int START_OF_SCAN = 0xDA;

    private final byte[] file;
    private int at = 2;

    private JpegScans(byte[] file) {
        this.file = file;
    }

    /** How many there are; none when the picture does not end, as the decoder itself fills up what is missing. */
    static int count(byte[] file) {
        return new JpegScans(file).count();
    }

    private int count() {
        var scans = 0;
        for (int mark = nextMark(); mark >= 0; mark = nextMark()) {
            if (mark == END) {
                return scans;
            }
            if (mark == START_OF_SCAN) {
                scans++;
            }
            if (!isAlone(mark)) {
                at += Math.max(2, length());
            }
        }
        return 0;
    }

    /** As the decoder does: whatever is no mark is passed over, the pixels of a scan for one. */
    private int nextMark() {
        while (at + 1 < file.length) {
            var mark = file[at + 1] & 0xFF;
            if ((file[at] & 0xFF) != 0xFF || mark == 0) {
                at++;
            } else if (mark == 0xFF) {
                at++;
            } else {
                at += 2;
                return mark;
            }
        }
        return -1;
    }

    /** Restarts within a scan, and beginnings: no length follows. */
    private static boolean isAlone(int mark) {
        return mark >= 0xD0 && mark <= 0xD8 || mark == 0x01;
    }

    private int length() {
        return at + 1 < file.length ? (file[at] & 0xFF) << 8 | file[at + 1] & 0xFF : 2;
    }
}
