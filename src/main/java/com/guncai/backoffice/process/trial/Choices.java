package com.guncai.backoffice.process.trial;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Decides what happens on each path: what a step answers, what a clerk enters, which event comes first. Each path takes what
 * was taken least so far after the choice before it, so that a few paths come to every pair of choices that follow each other.
 */
class Choices {
    private final Map<String, int[]> taken = new HashMap<>();
    private String before = "";
    private boolean isNew;

    /** @param what names the choice, the same on every path */
    <T> T choose(String what, List<T> options) {
        if (options.size() == 1) {
            return options.get(0);
        }
        var times = taken.computeIfAbsent(before + "\n" + what + "\n" + options.size(), key -> new int[options.size()]);
        int least = IntStream.range(0, times.length)
                .boxed()
                .min(Comparator.comparingInt(option -> times[option]))
                .orElse(0);
        isNew |= times[least]++ == 0;
        before = what + " " + least;
        return options.get(least);
    }

    void nextPath() {
        before = "";
        isNew = false;
    }

    /** Whether this path has tried something that no path before it had. */
    boolean isNew() {
        return isNew;
    }
}
