package com.guncai.backoffice.cashback;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import org.springframework.jdbc.core.JdbcTemplate;

/** The text of the whole database: our tables, the engine's, its history and its byte arrays. */
final class Everything {
    private Everything() {}

    static String in(JdbcTemplate jdbc) {
        var text = new StringBuilder();
        var tables = new ArrayList<String>();
        jdbc.execute((java.sql.Connection connection) -> {
            try (var found =
                    connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE", "BASE TABLE"})) {
                while (found.next()) {
                    var schema = found.getString("TABLE_SCHEM");
                    if (schema != null && schema.equalsIgnoreCase("public")) {
                        tables.add(found.getString("TABLE_NAME"));
                    }
                }
            }
            return null;
        });
        if (tables.size() < 50) {
            throw new AssertionError("where are the engine's tables? " + tables);
        }
        for (var table : tables) {
            jdbc.query("select * from \"" + table + "\"", row -> {
                append(row, text);
            });
        }
        return text.toString();
    }

    private static void append(ResultSet row, StringBuilder text) throws SQLException {
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            var value = row.getObject(column);
            if (value instanceof byte[] || value instanceof java.sql.Blob) {
                text.append(new String(row.getBytes(column), StandardCharsets.UTF_8));
            } else {
                text.append(row.getString(column));
            }
            text.append('\n');
        }
    }
}
