package com.guncai.backoffice.receipt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;

/**
 * A picture, or a part of it that a crop might leave, by the low frequencies of its cosine transform, each above or below
 * their median: a pHash, with 196 bits instead of the usual 64, because slips on a table look alike from afar.
 */
record PerceptualHash(BitSet bits) {
    private static final int SIDE = 48;
    private static final int LOW = 14;
    private static final int BYTES = (LOW * LOW + 7) / 8;
    private static final int LOWEST = 8;
    private static final int CLOSE = 30;

    /** What is cut off left, top, right and bottom, in hundredths; the whole comes first. */
    private static final int[][] CUTS = {
        {0, 0, 0, 0},
        {0, 6, 0, 0},
        {0, 0, 0, 8},
        {8, 0, 0, 0},
        {0, 0, 8, 0},
        {3, 3, 3, 3},
        {8, 8, 8, 8},
        {0, 6, 0, 10},
        {4, 0, 0, 0},
        {0, 0, 4, 0},
        {12, 0, 0, 0},
        {0, 0, 12, 0},
        {16, 0, 0, 0},
        {0, 0, 16, 0},
        {20, 0, 0, 0},
        {0, 0, 20, 0}
    };

    private static final double[][] COSINES = new double[LOW][SIDE];

    static {
        for (int u = 0; u < LOW; u++) {
            for (int x = 0; x < SIDE; x++) {
                COSINES[u][x] = Math.cos((2 * x + 1) * u * Math.PI / (2 * SIDE));
            }
        }
    }

    static List<PerceptualHash> of(GrayscaleImage gray) {
        var views = new ArrayList<PerceptualHash>();
        for (var cut : CUTS) {
            views.add(of(gray.fields(
                    gray.width() * cut[0] / 100,
                    gray.height() * cut[1] / 100,
                    Math.max(1, gray.width() * (100 - cut[2]) / 100),
                    Math.max(1, gray.height() * (100 - cut[3]) / 100),
                    SIDE,
                    SIDE)));
        }
        return views;
    }

    private static PerceptualHash of(double[] fields) {
        var low = new double[LOW * LOW];
        for (int v = 0; v < LOW; v++) {
            for (int u = 0; u < LOW; u++) {
                double sum = 0;
                for (int y = 0; y < SIDE; y++) {
                    for (int x = 0; x < SIDE; x++) {
                        sum += fields[y * SIDE + x] * COSINES[u][x] * COSINES[v][y];
                    }
                }
                low[v * LOW + u] = sum;
            }
        }
        var sorted = low.clone();
        Arrays.sort(sorted);
        var median = sorted[sorted.length / 2];
        var bits = new BitSet(low.length);
        for (int i = 0; i < low.length; i++) {
            bits.set(i, low[i] > median);
        }
        return new PerceptualHash(bits);
    }

    boolean resemblesAny(Collection<PerceptualHash> others) {
        return others.stream().anyMatch(other -> difference(other) <= CLOSE);
    }

    int difference(PerceptualHash other) {
        var different = (BitSet) bits.clone();
        different.xor(other.bits);
        return different.cardinality();
    }

    /** Two rows of the eight lowest frequencies each: they change least. */
    List<Integer> keys() {
        var keys = new ArrayList<Integer>();
        for (int v = 0; v < LOWEST; v += 2) {
            var key = 0;
            for (int i = 0; i < 2 * LOWEST; i++) {
                key = key << 1 | (bits.get((v + i / LOWEST) * LOW + i % LOWEST) ? 1 : 0);
            }
            keys.add((LOWEST + v / 2) << 16 | key);
        }
        return keys;
    }

    /** As many digits whatever the bits are: of an all black picture none is set. */
    String text() {
        return HexFormat.of().formatHex(Arrays.copyOf(bits.toByteArray(), BYTES));
    }

    static PerceptualHash parse(String text) {
        return new PerceptualHash(BitSet.valueOf(HexFormat.of().parseHex(text)));
    }
}
