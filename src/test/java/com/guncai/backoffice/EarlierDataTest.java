package com.guncai.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What earlier releases wrote is there after an update, in the new columns and tables. On H2. */
class EarlierDataTest {
    private JdbcTemplate jdbc;

    @BeforeEach
    void aDatabaseOfTheReleaseBefore() {
        var database = database();
        jdbc = new JdbcTemplate(database);
        migrate(database, "80");
        jdbc.update("insert into customer (id, openid, created_at, version) values (42, 'o-1', now(), 0)");
        jdbc.update(
                """
                insert into coupon_code (id, product_id, import_no, code, code_digest, valid_until, state, imported_at)
                values (7, 'movie-30', 'I', 'c', 'd', now(), 'USED', now())""");
        jdbc.update(
                """
                insert into code_reveal (id, code_id, at, who)
                values (1, 7, now(), 'customer 42 by redemption'), (2, 7, now(), 'customer 42 by wallet')""");
        bought("P1", "CG-1、CG-22、" + "9".repeat(64));
        bought("P2", "CG-3");
        bought("P3", null);
        migrate(database, "latest");
    }

    DataSource database() {
        return new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    }

    private static void migrate(DataSource database, String target) {
        Flyway.configure().dataSource(database).target(target).load().migrate();
    }

    private void bought(String purchaseNo, String externalNo) {
        jdbc.update(
                """
                insert into purchase_order (purchase_no, product_id, proposed, raised_at, external_no, version)
                values (?, 'movie-30', 10, now(), ?, 0)""",
                purchaseNo,
                externalNo);
    }

    @Test
    void whoSawACodeIsKnownByIdAndPlace() {
        assertThat(jdbc.queryForList(
                        "select id || ' ' || customer_id || ' ' || place from code_reveal order by id", String.class))
                .containsExactly("1 42 REDEMPTION", "2 42 WALLET");
    }

    @Test
    void theNumbersOfAPurchaseStandApartInTheirOrder() {
        assertThat(jdbc.queryForList(
                        """
                        select purchase_no || ' ' || position || ' ' || external_no from purchase_order_number
                        order by purchase_no, position""",
                        String.class))
                .containsExactly("P1 0 CG-1", "P1 1 CG-22", "P1 2 " + "9".repeat(64), "P2 0 CG-3");
    }
}
