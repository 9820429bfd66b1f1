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
 *
 * @param words the parts of lines that stand apart, as the value beside its name: a cut at the side spoils a line, but not what
 *     is left of it; empty for pictures of earlier versions
 */
record PictureFingerprint(List<TextLine> lines, List<PerceptualHash> views, List<TextLine> words) {
    /** Fewer lines may be chance. */
    private static final int FEWEST_LINES = 3;

    /** The time of a payment and its number, or two numbers, are on no other receipt. */
    private static final int FEWEST_WORDS = 2;

    private static final String LINES_END = "/";

    static PictureFingerprint of(BufferedImage picture) {
        var gray = GrayscaleImage.of(picture);
        var trimmed = gray.trimmed();
        return new PictureFingerprint(TextLine.of(trimmed), PerceptualHash.of(gray.small()), TextLine.wordsOf(trimmed));
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
        return areFound(lines, other.lines, 0) || areFound(words, other.words, FEWEST_WORDS);
    }

    /** But for one, those of the list with fewer; and so many at least. */
    private static boolean areFound(List<TextLine> some, List<TextLine> others, int least) {
        var fewer = some.size() <= others.size() ? some : others;
        var more = fewer == some ? others : some;
        var found = fewer.stream()
                .filter(line -> more.stream().anyMatch(line::resembles))
                .count();
        return found >= Math.max(least, fewer.size() - 1);
    }

    private boolean hasText() {
        return lines.size() >= FEWEST_LINES;
    }

    /** Keys by which pictures that may be alike are found: like pictures share several. */
    Collection<Integer> keys() {
        var keys = new TreeSet<Integer>();
        if (hasText()) {
            lines.forEach(line -> keys.addAll(line.keys()));
            words.forEach(word -> keys.addAll(word.keys()));
            // Scaled down, a photo may look as if it had lines: then it is found as a whole.
            keys.addAll(views.get(0).keys());
        } else {
            views.forEach(view -> keys.addAll(view.keys()));
        }
        return keys;
    }

    /** How it is kept. */
    String text() {
        return lines.stream().map(TextLine::text).collect(Collectors.joining(","))
                + LINES_END
                + views.stream().map(PerceptualHash::text).collect(Collectors.joining(","))
                + LINES_END
                + words.stream().map(TextLine::text).collect(Collectors.joining(","));
    }

    static PictureFingerprint parse(String text) {
        var parts = text.split(LINES_END, -1);
        return new PictureFingerprint(
                parts(parts[0]).map(TextLine::parse).toList(),
                parts(parts[1]).map(PerceptualHash::parse).toList(),
                parts(parts.length > 2 ? parts[2] : "").map(TextLine::parse).toList());
    }

    private static Stream<String> parts(String text) {
        return text.isEmpty() ? Stream.empty() : Stream.of(text.split(",", -1));
    }
}
