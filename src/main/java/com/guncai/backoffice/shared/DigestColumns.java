package com.guncai.backoffice.shared;

import java.util.List;
import java.util.function.BiFunction;

/**
 * Columns of digests that were added to a table which had rows already; a bean has {@link DigestBackfill} fill them.
 *
 * @param key its primary key
 * @param columns the first of them tells which rows lack their digests: what it is made of is never missing
 */
public record DigestColumns(String table, String key, List<Column> columns) {
    /**
     * @param digest the column to fill
     * @param source the encrypted column it is made of
     * @param how {@code SearchDigests::phone}
     */
    public record Column(String digest, String source, BiFunction<SearchDigests, String, String> how) {}
}
