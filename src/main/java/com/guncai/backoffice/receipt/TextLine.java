package com.guncai.backoffice.receipt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * A long line of text in a screenshot, as a kind of bar code: where along the line there is more ink and where less. It
 * does not depend on the size of the line nor on where in the picture it stands.
 *
 * @param ink 0 to 15, column by column of the upper, then of the middle, then of the lower strip of the line
 */
record TextLine(byte[] ink) {
    static final int COLUMNS = 96;
    static final int STRIPS = 3;
    private static final int MOST_LINES = 10;

    /** From one pixel to the next: more is the edge of a letter. */
    private static final int EDGE = 26;

    /** What is left of a border that was trimmed. */
    static final int FRINGE = 4;

    /** Shades of gray that count as one colour. */
    private static final int SHADES = 9;

    /** About two characters: where another one stands, most of a window differs. */
    private static final int WINDOW = 6;

    private static final int MEAN = 6;
    private static final double MOST_DIFFERENCE = 3.35;

    static List<TextLine> of(GrayscaleImage gray) {
        return each(gray, (band, lines) -> lines.addAll(band.line()));
    }

    /** What stands apart within the lines: the name of a value on the left, and the value. */
    static List<TextLine> wordsOf(GrayscaleImage gray) {
        return each(gray, (band, words) -> words.addAll(band.words()));
    }

    private static List<TextLine> each(GrayscaleImage gray, BiConsumer<TextBand, List<TextLine>> taking) {
        var lines = new ArrayList<TextLine>();
        if (!isScreen(gray)) {
            return lines;
        }
        var top = -1;
        for (int y = 0; y <= gray.height() && lines.size() < MOST_LINES; y++) {
            var inked = y < gray.height() && edges(gray, y) >= 3;
            if (inked && top < 0) {
                top = y;
            } else if (!inked && top >= 0) {
                taking.accept(new TextBand(gray, top, y), lines);
                top = -1;
            }
        }
        return lines;
    }

    /** A screen is mostly one even colour; in front of a camera the light falls unevenly. */
    private static boolean isScreen(GrayscaleImage gray) {
        var pixels = new int[256 + SHADES];
        for (var pixel : gray.pixels()) {
            for (int shade = 0; shade < SHADES; shade++) {
                pixels[pixel + shade]++;
            }
        }
        return Arrays.stream(pixels).max().orElseThrow() > gray.pixels().length * 0.45;
    }

    private static int edges(GrayscaleImage gray, int y) {
        var edges = 0;
        for (int x = FRINGE; x < gray.width() - FRINGE; x++) {
            if (Math.abs(gray.at(x, y) - gray.at(x - 1, y)) > EDGE) {
                edges++;
            }
        }
        return edges;
    }

    /** By the mean, which stays when a picture loses its sharpness, and not by the extremes. */
    static TextLine of(double[] fields, int paper) {
        var mean = Arrays.stream(fields)
                .map(field -> Math.abs(field - paper))
                .average()
                .orElseThrow();
        var ink = new byte[fields.length];
        for (int i = 0; i < ink.length; i++) {
            ink[i] = (byte) Math.min(15, Math.round(MEAN * Math.abs(fields[i] - paper) / Math.max(1, mean)));
        }
        return new TextLine(ink);
    }

    /** Nowhere along the line it differs by as much as another character would. */
    boolean resembles(TextLine other) {
        return difference(other) <= MOST_DIFFERENCE;
    }

    double difference(TextLine other) {
        double most = 0;
        for (int from = 1; from + WINDOW < COLUMNS; from++) {
            // Where the line begins and ends is not found to the pixel: its columns may lie one off.
            var here = Math.min(window(other, from, 0), Math.min(window(other, from, 1), window(other, from, -1)));
            most = Math.max(most, (double) here / (WINDOW * STRIPS));
        }
        return most;
    }

    private int window(TextLine other, int from, int shift) {
        var sum = 0;
        for (int strip = 0; strip < STRIPS; strip++) {
            for (int i = strip * COLUMNS + from; i < strip * COLUMNS + from + WINDOW; i++) {
                sum += Math.abs(ink[i] - other.ink[i + shift]);
            }
        }
        return sum;
    }

    /** Parts of the middle strip: like lines share most of them. */
    List<Integer> keys() {
        var keys = new ArrayList<Integer>();
        for (int part = 0; part < 6; part++) {
            var bits = 0;
            for (int i = COLUMNS + part * 16; i < COLUMNS + part * 16 + 15; i++) {
                bits = bits << 1 | (ink[i] > ink[i + 1] ? 1 : 0);
            }
            keys.add(part << 16 | bits);
        }
        return keys;
    }

    /** A hex digit for each field. */
    String text() {
        var text = new StringBuilder();
        for (var field : ink) {
            text.append(HexFormat.of().toLowHexDigit(field));
        }
        return text.toString();
    }

    static TextLine parse(String text) {
        var ink = new byte[text.length()];
        for (int i = 0; i < ink.length; i++) {
            ink[i] = (byte) HexFormat.fromHexDigit(text.charAt(i));
        }
        return new TextLine(ink);
    }
}
