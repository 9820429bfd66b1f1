package com.guncai.backoffice.shared;

import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** Reads rows by the thousand, however many there are; in a transaction, as PostgreSQL's cursors want it. */
public final class RowStream {
    private static final int AT_A_TIME = 1000;

    private RowStream() {}

    public static <T> void read(JdbcTemplate database, String sql, RowMapper<T> mapper, Consumer<? super T> reader) {
        reading(database).query(sql, row -> {
            var read = mapper.mapRow(row, 0);
            if (read != null) {
                reader.accept(read);
            }
        });
    }

    /** A template that keeps no more rows than it reads at a time. */
    public static JdbcTemplate reading(JdbcTemplate database) {
        var reading = new JdbcTemplate(Objects.requireNonNull(database.getDataSource()));
        reading.setFetchSize(AT_A_TIME);
        return reading;
    }
}
