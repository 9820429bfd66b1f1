package com.guncai.backoffice.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.guncai.backoffice.shared.PersonalDataCipher;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Items of lists that have no table of their own; each read is one statement by the key. */
@Repository
public class StoredSettings {
    private static final TypeReference<Map<String, @Nullable Object>> VALUES = new TypeReference<>() {};

    private final JdbcTemplate jdbc;
    private final PersonalDataCipher cipher;
    private final ObjectMapper json;

    StoredSettings(JdbcTemplate jdbc, PersonalDataCipher cipher, ObjectMapper json) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.json = json;
    }

    /** By id, in its order; empty while nobody saved any. */
    public Map<String, Map<String, @Nullable Object>> all(String list) {
        var found = new LinkedHashMap<String, Map<String, @Nullable Object>>();
        jdbc.query(
                "select item, content from setting where list = ? order by item",
                row -> {
                    found.put(row.getString(1), read(row.getString(2)));
                },
                list);
        return found;
    }

    /** {@code null} while nobody saved it. */
    public @Nullable Map<String, @Nullable Object> find(String list, String item) {
        var found =
                jdbc.queryForList("select content from setting where list = ? and item = ?", String.class, list, item);
        return found.isEmpty() ? null : read(found.get(0));
    }

    /** Within the transaction that records the change. */
    public void save(String list, String item, Map<String, @Nullable Object> values) {
        var content = written(values);
        if (jdbc.update("update setting set content = ? where list = ? and item = ?", content, list, item) == 0) {
            jdbc.update("insert into setting (list, item, content) values (?, ?, ?)", list, item, content);
        }
    }

    public void remove(String list, String item) {
        jdbc.update("delete from setting where list = ? and item = ?", list, item);
    }

    String written(Map<String, @Nullable Object> values) {
        try {
            return Objects.requireNonNull(cipher.convertToDatabaseColumn(json.writeValueAsString(values)));
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    /** An item as another statement read it. */
    public Map<String, @Nullable Object> read(String stored) {
        try {
            var values = json.readValue(Objects.requireNonNull(cipher.convertToEntityAttribute(stored)), VALUES);
            // JSON knows no long: small numbers come back as int.
            values.replaceAll((key, value) -> value instanceof Integer number ? (Long) number.longValue() : value);
            return values;
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** A text of an item; empty when there is none. */
    public static String text(Map<String, @Nullable Object> values, String key) {
        return Objects.requireNonNullElse(values.get(key), "").toString();
    }

    /** Lines of an item; empty when there are none. */
    public static List<String> lines(Map<String, @Nullable Object> values, String key) {
        return values.get(key) instanceof List<?> lines
                ? lines.stream().map(String::valueOf).toList()
                : List.of();
    }

    public static long number(Map<String, @Nullable Object> values, String key, long otherwise) {
        return values.get(key) instanceof Number number ? number.longValue() : otherwise;
    }
}
