package com.guncai.backoffice.ledger;

import com.guncai.backoffice.testing.PostgreSql;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@Tag("application")
class LedgerClosingOnPostgreSqlIT extends LedgerClosingTest {
    @Override
    DataSource database() {
        return new DriverManagerDataSource(PostgreSql.newDatabase(), "postgres", "postgres");
    }
}
