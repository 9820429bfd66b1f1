package com.guncai.backoffice.cashback;

import java.awt.image.BufferedImage;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stays of a picture when it is scaled, compressed again or cropped. Screenshots of payments all look alike from afar,
 * so their lines of text are compared one by one ({@link TextLine}); pictures without such lines, photos mostly, as a whole
 *  ({@link PictureView}).
 */
record Fingerprint(List<TextLine> lines, List<PictureView> views) {
    /** Fewer lines may be chance. */
    private static final int FEWEST_LINES = 3;

    private static final String LINES_END = "/";

    static Fingerprint of(BufferedImage picture) {
        var gray = Gray.of(picture);
        return new Fingerprint(TextLine.of(gray.trimmed()), PictureView.of(gray.small()));
    }

    /**
     * Whether it is nearly the same picture. Of two screenshots the lines of the one with fewer have to be found in the
     * other, but for one that the edge of a cut may have spoilt; otherwise one as a whole looks like the other, or like a
     * part of it.
     */
    boolean resembles(Fingerprint other) {
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
                + views.stream().map(PictureView::text).collect(Collectors.joining(","));
    }

    static Fingerprint parse(String text) {
        var end = text.indexOf(LINES_END);
        return new Fingerprint(
                parts(text.substring(0, end)).map(TextLine::parse).toList(),
                parts(text.substring(end + 1)).map(PictureView::parse).toList());
    }

    private static Stream<String> parts(String text) {
        return text.isEmpty() ? Stream.empty() : Stream.of(text.split(",", -1));
    }
}
