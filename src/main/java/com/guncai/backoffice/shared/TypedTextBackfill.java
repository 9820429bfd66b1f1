package com.guncai.backoffice.shared;

import jakarta.persistence.Convert;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy;
import org.hibernate.boot.model.naming.Identifier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Encrypts what stands in clear in the columns of {@link TypedText}. A row that changes meanwhile is left to its writer. A column
 * with a digest beside it has a backfill of its own, which writes both at once: encrypted without one, a row is not found.
 */
@Component
class TypedTextBackfill implements Backfill {
    private static final int AT_ONCE = 500;

    private final EntityManagerFactory entities;
    private final JdbcTemplate jdbc;
    private final PersonalDataCipher personalData;

    TypedTextBackfill(EntityManagerFactory entities, JdbcTemplate jdbc, PersonalDataCipher personalData) {
        this.entities = entities;
        this.jdbc = jdbc;
        this.personalData = personalData;
    }

    @Override
    public int run() {
        return columns().stream().mapToInt(this::encrypt).sum();
    }

    List<Column> columns() {
        return entities.getMetamodel().getEntities().stream()
                .<Class<?>>map(entity -> entity.getJavaType())
                .flatMap(type -> fields(type)
                        .filter(field -> isTyped(field) && !hasDigest(type, field))
                        .map(field -> column(type, field)))
                .toList();
    }

    private int encrypt(Column column) {
        var changed = 0;
        var rows = inClear(column, null);
        while (!rows.isEmpty()) {
            for (var row : rows) {
                changed += jdbc.update(
                        "update %s set %s = ? where %s = ? and %2$s = ?"
                                .formatted(column.table, column.name, column.id),
                        personalData.convertToDatabaseColumn(row.text),
                        row.id,
                        row.text);
            }
            rows = inClear(column, rows.get(rows.size() - 1).id);
        }
        return changed;
    }

    private List<Row> inClear(Column column, @Nullable Object after) {
        var clear = personalData.keyIds().stream()
                .map(key -> " and substring(%s from 1 for %d) <> '%s:'".formatted(column.name, key.length() + 1, key))
                .reduce("", String::concat);
        var sql = "select %s, %s from %s where %2$s is not null%s%s order by %1$s fetch first %d rows only"
                .formatted(
                        column.id,
                        column.name,
                        column.table,
                        clear,
                        after == null ? "" : " and " + column.id + " > ?",
                        AT_ONCE);
        return jdbc.query(
                sql,
                (found, n) -> new Row(found.getObject(1), found.getString(2)),
                after == null ? new Object[0] : new Object[] {after});
    }

    private static Column column(Class<?> entity, Field field) {
        var table = entity.getAnnotation(Table.class);
        var id = fields(entity)
                .filter(each -> each.isAnnotationPresent(Id.class))
                .findFirst()
                .orElseThrow();
        return new Column(
                table == null || table.name().isEmpty() ? snake(entity.getSimpleName()) : table.name(),
                snake(id.getName()),
                snake(field.getName()));
    }

    private static boolean isTyped(Field field) {
        var convert = field.getAnnotation(Convert.class);
        return convert != null && convert.converter() == TypedText.class;
    }

    private static boolean hasDigest(Class<?> entity, Field field) {
        return fields(entity).anyMatch(each -> each.getName().equals(field.getName() + "Digest"));
    }

    private static Stream<Field> fields(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields());
    }

    private static String snake(String name) {
        return new CamelCaseToUnderscoresNamingStrategy()
                .toPhysicalColumnName(Identifier.toIdentifier(name), null)
                .getText();
    }

    record Column(String table, String id, String name) {}

    private record Row(Object id, String text) {}
}
