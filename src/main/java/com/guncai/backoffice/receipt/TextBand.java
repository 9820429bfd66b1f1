package com.guncai.backoffice.receipt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The rows of pixels from one even row to the next: a line of text, with even paper around it. */
class TextBand {
    /** Shorter ones, as titles and buttons, stand on all receipts. */
    private static final int LONG = 9;

    /** Smaller ones cannot be told apart. */
    private static final int LOWEST = 7;

    /** In heights of the line, what stands between a name and its value; between two words it is less. */
    private static final double GAP = 1.2;

    private final GrayscaleImage gray;
    private final int from;
    private final int to;
    private final int paper;
    private final int darkest;

    TextBand(GrayscaleImage gray, int from, int to) {
        this.gray = gray;
        this.from = from;
        this.to = to;
        this.paper = paper(gray, from, to);
        var most = 0;
        for (int i = from * gray.width(); i < to * gray.width(); i++) {
            most = Math.max(most, Math.abs(gray.pixels()[i] - paper));
        }
        this.darkest = most;
    }

    /** All of it, when it is long. */
    List<TextLine> line() {
        return taken(TextLine.FRINGE, gray.width() - TextLine.FRINGE);
    }

    /** Its long parts. */
    List<TextLine> words() {
        var words = new ArrayList<TextLine>();
        var gap = (int) (GAP * (to - from));
        var start = -1;
        var end = -1;
        for (int x = TextLine.FRINGE; x < gray.width() - TextLine.FRINGE; x++) {
            if (isInked(x)) {
                if (start < 0) {
                    start = x;
                }
                end = x + 1;
            } else if (start >= 0 && x - end >= gap) {
                words.addAll(taken(start, end));
                start = -1;
            }
        }
        if (start >= 0) {
            words.addAll(taken(start, end));
        }
        return words;
    }

    private boolean isInked(int x) {
        for (int y = from; y < to; y++) {
            if (isInk(x, y)) {
                return true;
            }
        }
        return false;
    }

    /** What compression leaves around a letter is paler than the letter. */
    private boolean isInk(int x, int y) {
        return Math.abs(gray.at(x, y) - paper) * 5 > darkest * 2;
    }

    private List<TextLine> taken(int first, int last) {
        var left = gray.width();
        var right = 0;
        var top = to;
        var bottom = from;
        for (int y = from; y < to; y++) {
            for (int x = first; x < last; x++) {
                if (isInk(x, y)) {
                    left = Math.min(left, x);
                    right = Math.max(right, x + 1);
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y + 1);
                }
            }
        }
        var height = bottom - top;
        return height >= LOWEST && right - left >= height * LONG
                ? List.of(TextLine.of(gray.fields(left, top, right, bottom, TextLine.COLUMNS, TextLine.STRIPS), paper))
                : List.of();
    }

    private static int paper(GrayscaleImage gray, int top, int bottom) {
        var shades = Arrays.copyOfRange(gray.pixels(), top * gray.width(), bottom * gray.width());
        Arrays.sort(shades);
        return shades[shades.length / 2];
    }
}
