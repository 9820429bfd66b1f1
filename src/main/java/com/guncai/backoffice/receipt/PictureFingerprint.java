package com.guncai.backoffice.receipt;

import java.awt.image.BufferedImage;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stays of a picture when it is scaled, compressed again or cropped. Screenshots of payments all look alike from afar,
 * so their lines of text are compared one by one ({@link TextLine}); pictures without such lines, photos mostly, as a whole
 *  ({@link PerceptualHash}).
 */
record PictureFingerprint(List<TextLine> lines, List<PerceptualHash> views) {
    /** Fewer lines may be chance. */
    private static final int FEWEST_LINES = 3;

    private static final String LINES_END = "/";

    static PictureFingerprint of(BufferedImage picture) {
        var gray = GrayscaleImage.of(picture);
        return new PictureFingerprint(TextLine.of(gray.trimmed()), PerceptualHash.of(gray.small()));
    }

    /**
     * Whether it is nearly the same picture. Of two screenshots the lines of the one with fewer have to be found in the
     * other, but for one that the edge of a cut may have spoilt; otherwise one as a whole looks like the other, or like a
     * part of it.
     */
    boolean resembles(PictureFingerprint other) {
        if (!hasText() || !other.hasText()) {
            return views.get(0).resemblesAny(other.views) || other.views.get(0).resemblesAny(views);
        }
        var fewer = lines.size() <= other.lines.size() ? lines : other.lines;
        var more = fewer == lines ? other.lines : lines;
        var found = fewer.stream()
                .filter(line -> more.stream().anyMatch(line::resembles))
                .count();
        return found >= fewer.size() - 1;
    }

    private boolean hasText() {
        return lines.size() >= FEWEST_LINES;
    }

    /** Keys by which pictures that may be alike are found: like pictures share several. */
    Collection<Integer> keys() {
        var keys = new TreeSet<Integer>();
        if (hasText()) {
            lines.forEach(line -> keys.addAll(line.keys()));
        } else {
            views.forEach(view -> keys.addAll(view.keys()));
        }
        return keys;
    }

    /** How it is kept. */
    String text() {
        return lines.stream().map(TextLine::text).collect(Collectors.joining(","))
                + LINES_END
                + views.stream().map(PerceptualHash::text).collect(Collectors.joining(","));
    }

    static PictureFingerprint parse(String text) {
        var end = text.indexOf(LINES_END);
        return new PictureFingerprint(
                parts(text.substring(0, end)).map(TextLine::parse).toList(),
                parts(text.substring(end + 1)).map(PerceptualHash::parse).toList());
    }

    private static Stream<String> parts(String text) {
        return text.isEmpty() ? Stream.empty() : Stream.of(text.split(",", -1));
    }
}
