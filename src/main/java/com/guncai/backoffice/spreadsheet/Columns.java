package com.guncai.backoffice.spreadsheet;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The columns of a sheet.
 *
 * @param required without which a row is not the header
 * @param names by the name that the caller uses, how the header may call it; the name itself wins over the others
 * @param headerWithin among how many first rows the header has to be
 * @param refuseTwo whether two columns that could be the same one are refused; otherwise the left one counts
 */
public record Columns(Set<String> required, Map<String, List<String>> names, int headerWithin, boolean refuseTwo) {
    private static final int TITLES = 10;

    /** Of a sheet that people make, with some lines of titles at most: nothing in it is guessed. */
    public Columns(Set<String> required, Map<String, List<String>> names) {
        this(required, names, TITLES, true);
    }

    /** Of what a program exports, which may have several columns for one thing. */
    public Columns(Set<String> required, Map<String, List<String>> names, int headerWithin) {
        this(required, names, headerWithin, false);
    }
}
