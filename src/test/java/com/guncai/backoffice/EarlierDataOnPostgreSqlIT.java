package com.guncai.backoffice;

import com.guncai.backoffice.testing.PostgreSql;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EarlierDataOnPostgreSqlIT extends EarlierDataTest {
    @Override
    DataSource database() {
        return new DriverManagerDataSource(PostgreSql.newDatabase(), "postgres", "postgres");
    }
}
