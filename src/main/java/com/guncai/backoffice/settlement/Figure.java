package com.guncai.backoffice.settlement;

import java.util.Comparator;
import java.util.List;

/**
 * A line of a statement. Amounts in fen.
 *
 * @param entries how many entries of the ledger are behind it
 * @param lateFen of it, what belongs to an earlier month and became known later
 */
record Figure(Key key, long entries, long amountFen, long lateEntries, long lateFen) {
    /**
     * What it is about.
     *
     * @param service code; empty when it is of none
     * @param part a batch, an account, an import: as {@link Section#partLabel} says
     */
    record Key(Section section, String service, String part) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return Comparator.comparing(Key::section)
                    .thenComparing(Key::service)
                    .thenComparing(Key::part)
                    .compare(this, other);
        }
    }

    Figure plus(long fen, boolean late) {
        return new Figure(key, entries + 1, amountFen + fen, lateEntries + (late ? 1 : 0), lateFen + (late ? fen : 0));
    }

    static long sum(List<Figure> figures, Section section) {
        return figures.stream()
                .filter(figure -> figure.key().section() == section)
                .mapToLong(Figure::amountFen)
                .sum();
    }

    /** What PICC owes by them. */
    static long due(List<Figure> figures) {
        return figures.stream()
                .filter(figure -> figure.key().section().isClaim())
                .mapToLong(Figure::amountFen)
                .sum();
    }
}
