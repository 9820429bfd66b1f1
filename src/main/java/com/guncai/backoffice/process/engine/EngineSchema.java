package com.guncai.backoffice.process.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/**
 * The engine's own tables, made by the scripts in the engine's jar before it starts. Flyway keeps what has run in a table apart from
 * the product's, and lets one of several nodes run it while the others wait. A database whose tables the engine had made itself
 * is taken over as it is.
 */
final class EngineSchema {
    static final String HISTORY = "engine_schema_history";
    private static final String SCRIPTS = "org/camunda/bpm/engine/db/";

    private EngineSchema() {}

    static void migrate(DataSource source) {
        Flyway.configure()
                .dataSource(source)
                .table(HISTORY)
                .locations(new String[0])
                .javaMigrations(new V7_24__Create_tables())
                .baselineOnMigrate(true)
                .baselineVersion(
                        exists(source) ? MigrationVersion.fromVersion("7.24") : MigrationVersion.fromVersion("0"))
                .load()
                .migrate();
    }

    private static boolean exists(DataSource source) {
        try (var connection = source.getConnection()) {
            var table = "ACT_GE_PROPERTY";
            return has(connection, table) || has(connection, table.toLowerCase(Locale.ROOT));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static boolean has(Connection connection, String table) throws SQLException {
        try (var found = connection.getMetaData().getTables(null, connection.getSchema(), table, null)) {
            return found.next();
        }
    }

    /**
     * An update of the engine adds a migration of its minor version that runs {@code upgrade/<database>_engine_7.24_to_7.25.sql}.
     */
    @SuppressWarnings("checkstyle:TypeName")
    static final class V7_24__Create_tables extends BaseJavaMigration {
        private static final List<String> PARTS = List.of(
                "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

        @Override
        public void migrate(Context context) throws SQLException {
            var connection = context.getConnection();
            var database = connection.getMetaData().getDatabaseProductName().equals("H2") ? "h2" : "postgres";
            for (var part : PARTS) {
                ScriptUtils.executeSqlScript(
                        connection,
                        new ClassPathResource(SCRIPTS + "create/activiti." + database + ".create." + part + ".sql"));
            }
        }
    }
}
