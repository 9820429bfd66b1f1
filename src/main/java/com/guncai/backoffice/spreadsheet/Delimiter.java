package com.guncai.backoffice.spreadsheet;

import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;

/** What stands between the columns of a text file: a comma, a tab or a semicolon. */
final class Delimiter {
    private static final List<Character> KNOWN = List.of(',', '\t', ';');

    /** As Excel lets a file say it itself. */
    private static final Pattern STATED = Pattern.compile("\\A\\uFEFF?\"?sep=([,;\\t])\"?\\R[\\s\\S]*");

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
    private static final int LINES = 30;

    private Delimiter() {}

    /** The one that most lines have equally often: a remark with many commas is one line of many. */
    static char of(String start) {
        var stated = STATED.matcher(start);
        if (stated.matches()) {
            return stated.group(1).charAt(0);
        }
        var lines = QUOTED.matcher(start).replaceAll("").lines().limit(LINES).toList();
        char best = ',';
        long most = 0;
        for (var candidate : KNOWN) {
            var alike = alike(lines, candidate);
            if (alike > most) {
                most = alike;
                best = candidate;
            }
        }
        return best;
    }

    private static long alike(List<String> lines, char candidate) {
        var counts = new HashMap<Long, Long>();
        for (var line : lines) {
            var count = line.chars().filter(c -> c == candidate).count();
            if (count > 0) {
                counts.merge(count, 1L, Long::sum);
            }
        }
        return counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }
}
