package com.guncai.backoffice.process;

import java.util.ArrayList;
import java.util.List;

/** Breaks the names of a diagram into lines: SVG does not do it. */
final class WrappedText {
    /** How wide a sign is: Chinese ones are twice as wide as others. */
    static final double EM = 12;

    private WrappedText() {}

    static List<String> lines(String text, double width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        double used = 0;
        for (var sign : text.codePoints().toArray()) {
            var wide = sign > 0x2e80 ? EM : EM * 0.6;
            if (sign == '\n' || used + wide > width) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            if (sign != '\n') {
                line.appendCodePoint(sign);
                used += wide;
            }
        }
        lines.add(line.toString());
        return lines;
    }
}
