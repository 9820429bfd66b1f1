package com.guncai.backoffice.shared;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Gives the rows of earlier releases the digests by which their people are found. What a row gets depends on the row alone,
 * and one that has its digests is left as it is, so that two nodes at one row do no harm.
 */
@Component
public class DigestBackfill implements Backfill {
    private static final int AT_ONCE = 500;

    private final List<DigestColumns> tables;
    private final JdbcTemplate jdbc;
    private final PersonalDataCipher personalData;
    private final SearchDigests digests;

    DigestBackfill(
            ObjectProvider<DigestColumns> tables,
            JdbcTemplate jdbc,
            PersonalDataCipher personalData,
            SearchDigests digests) {
        this.tables = tables.stream().toList();
        this.jdbc = jdbc;
        this.personalData = personalData;
        this.digests = digests;
    }

    @Override
    public int run() {
        var filled = 0;
        for (var table : tables) {
            int some;
            do {
                some = fillSome(table);
                filled += some;
            } while (some == AT_ONCE);
        }
        return filled;
    }

    private int fillSome(DigestColumns table) {
        var columns = table.columns();
        var first = columns.get(0);
        var rows = jdbc.queryForList("select %s, %s from %s where %s is null and %s is not null limit %d"
                .formatted(
                        table.key(),
                        columns.stream().map(DigestColumns.Column::source).collect(joining(", ")),
                        table.table(),
                        first.digest(),
                        first.source(),
                        AT_ONCE));
        var set = columns.stream().map(column -> column.digest() + " = ?").collect(joining(", "));
        jdbc.batchUpdate(
                "update %s set %s where %s = ? and %s is null"
                        .formatted(table.table(), set, table.key(), first.digest()),
                rows.stream().map(row -> values(table, row)).toList());
        return rows.size();
    }

    private @Nullable Object[] values(DigestColumns table, Map<String, Object> row) {
        var values = new ArrayList<@Nullable Object>();
        for (var column : table.columns()) {
            var plain = personalData.convertToEntityAttribute((String) row.get(column.source()));
            values.add(plain == null ? null : column.how().apply(digests, plain));
        }
        values.add(row.get(table.key()));
        return values.toArray();
    }
}
