package com.guncai.backoffice.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The engine finds the tables that it would have made itself. On H2. */
class EngineSchemaTest {

    @Test
    void theScriptsMakeWhatTheEngineWouldMake() {
        var ours = database();
        var theirs = database();

        EngineSchema.migrate(ours);
        startEngine(theirs, "true");

        assertThat(columns(ours)).hasSizeGreaterThan(500).isEqualTo(columns(theirs));
        assertThatCode(() -> startEngine(ours, "false")).doesNotThrowAnyException();
    }

    @Test
    void anEngineOfAnEarlierReleaseKeepsItsTables() {
        var database = database();
        startEngine(database, "true");
        var jdbc = new JdbcTemplate(database);
        jdbc.update("insert into ACT_GE_PROPERTY (NAME_, VALUE_, REV_) values ('kept', 'yes', 1)");

        EngineSchema.migrate(database);
        EngineSchema.migrate(database);

        assertThat(jdbc.queryForObject("select VALUE_ from ACT_GE_PROPERTY where NAME_ = 'kept'", String.class))
                .isEqualTo("yes");
        assertThat(jdbc.queryForList(
                        "select \"version\" from \"" + EngineSchema.HISTORY + "\" where \"version\" is not null",
                        String.class))
                .containsExactly("7.24");
        assertThatCode(() -> startEngine(database, "false")).doesNotThrowAnyException();
    }

    @Test
    void tablesOfTheProductAreNoneOfTheEngines() {
        var database = database();
        new JdbcTemplate(database).execute("create table customer_order (order_no varchar(32))");

        EngineSchema.migrate(database);

        assertThatCode(() -> startEngine(database, "false")).doesNotThrowAnyException();
    }

    private static void startEngine(DataSource database, String schemaUpdate) {
        var engine = new StandaloneProcessEngineConfiguration();
        engine.setProcessEngineName(UUID.randomUUID().toString());
        engine.setDataSource(database);
        engine.setDatabaseSchemaUpdate(schemaUpdate);
        engine.setJobExecutorActivate(false);
        engine.setMetricsEnabled(false);
        engine.buildProcessEngine().close();
    }

    private static List<String> columns(DataSource database) {
        return new JdbcTemplate(database)
                        .queryForList(
                                """
                        select table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable
                            || ' ' || coalesce(character_maximum_length, 0)
                        from information_schema.columns where lower(table_name) like 'act\\_%' escape '\\'
                        order by 1""",
                                String.class)
                        .stream()
                        .map(column -> column.toLowerCase(Locale.ROOT))
                        .toList();
    }

    protected DataSource database() {
        return new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    }
}
