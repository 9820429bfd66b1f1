package com.guncai.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.shared.ServiceCode;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.ClassUtils;

/** The database takes the states, kinds and accounts that the code knows, and no other. Services may come and go. */
class KnownStatesTest {
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'");

    private static JdbcTemplate jdbc;

    @BeforeAll
    static void aDatabase() {
        var database = new DriverManagerDataSource("jdbc:h2:mem:knownstates;DB_CLOSE_DELAY=-1");
        Flyway.configure().dataSource(database).load().migrate();
        jdbc = new JdbcTemplate(database);
    }

    @ParameterizedTest
    @MethodSource("columns")
    void aColumnTakesWhatTheCodeKnows(Column column) {
        var checks = jdbc.queryForList(
                """
                select c.check_clause from information_schema.check_constraints c
                join information_schema.constraint_column_usage u on u.constraint_name = c.constraint_name
                where lower(u.table_name) = ? and lower(u.column_name) = ? and lower(c.constraint_name) like '%_known'""",
                String.class, column.table(), column.name());

        assertThat(checks).as("checks of " + column).hasSize(1);
        assertThat(QUOTED.matcher(checks.get(0)).results().map(found -> found.group(1)))
                .containsExactlyInAnyOrder(Arrays.stream(column.type().getEnumConstants())
                        .map(known -> ((Enum<?>) known).name())
                        .toArray(String[]::new));
    }

    @Test
    void allOfThemAreSeen() {
        assertThat(columns()).hasSizeGreaterThanOrEqualTo(17);
    }

    static List<Column> columns() {
        var entities = new ClassPathScanningCandidateComponentProvider(false);
        entities.addIncludeFilter(new AnnotationTypeFilter(Entity.class));
        var ofEntities = entities.findCandidateComponents(KnownStatesTest.class.getPackageName()).stream()
                .map(BeanDefinition::getBeanClassName)
                .map(KnownStatesTest::type)
                .flatMap(entity -> Arrays.stream(entity.getDeclaredFields()))
                .filter(field -> field.getType().isEnum() && field.getType() != ServiceCode.class)
                .map(Column::of);
        var ofPlainSql = Stream.of(
                new Column("coupon_batch", "bought_by", type("com.guncai.backoffice.coupon.batch.BoughtBy")),
                new Column("coupon_batch_row", "outcome", type("com.guncai.backoffice.coupon.batch.BatchRow$Outcome")));
        return Stream.concat(ofEntities, ofPlainSql).toList();
    }

    private static Class<?> type(String name) {
        return ClassUtils.resolveClassName(name, KnownStatesTest.class.getClassLoader());
    }

    record Column(String table, String name, Class<?> type) {
        static Column of(Field field) {
            var entity = field.getDeclaringClass();
            var table = entity.getAnnotation(Table.class);
            return new Column(
                    table == null ? snake(entity.getSimpleName()) : table.name(),
                    snake(field.getName()),
                    field.getType());
        }

        private static String snake(String name) {
            return name.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
        }
    }
}
