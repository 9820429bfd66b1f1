package com.guncai.backoffice.spreadsheet;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The columns of a sheet.
 *
 * @param required without which a row is not the header
 * @param names by the name that the caller uses, how the header may call it
 * @param headerWithin among how many first rows the header has to be
 */
public record Columns(Set<String> required, Map<String, List<String>> names, int headerWithin) {
    private static final int TITLES = 10;

    /** Of a sheet that has some lines of titles at most. */
    public Columns(Set<String> required, Map<String, List<String>> names) {
        this(required, names, TITLES);
    }
}
