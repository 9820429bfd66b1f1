package com.guncai.backoffice.process.engine;

import com.guncai.backoffice.testing.PostgreSql;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** As {@link EngineSchemaTest}, on PostgreSQL. */
@Tag("application")
class EngineSchemaOnPostgreSqlIT extends EngineSchemaTest {

    @Override
    protected DataSource database() {
        return new DriverManagerDataSource(PostgreSql.newDatabase(), "postgres", "postgres");
    }
}
