package com.guncai.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
        jdbc.update(
                """
                insert into customer_order (order_no, customer_id, service, status, price_fen, discount_fen, payable_fen, paid_fen,
                    refunded_fen, created_at, idempotency_key, request_digest, version)
                values ('2026112410000012345678', 42, 'FLOWER', 'PAID', 1, 0, 1, 1, 0, now(), 'k', 'd', 0)""");
        bought("P1", "CG-1、CG-22、" + "9".repeat(64));
        bought("P2", "CG-3");
        bought("P3", null);
        order("F1", "FLOWER");
        order("F2", "FLOWER");
        order("T1", "TOP_UP");
        order("C1", "FUEL");
        order("M1", "MOVIE");
        for (var orderNo : List.of("F1", "F2")) {
            jdbc.update(
                    """
                    insert into flower_order (order_no, flower_id, flower_name, city, address, recipient, phone,
                        delivery_slot, purchase_order_no, version)
                    values (?, 'red-roses-11', '花', '南宁', 'a', 'r', 'p', now(), 'MT1', 0)""",
                    orderNo);
        }
        jdbc.update("insert into top_up_order (order_no, phone, face_fen, transaction_no, version)"
                + " values ('T1', 'p', 5000, 'ab1', 0)");
        jdbc.update(
                """
                insert into cashback_claim (order_no, customer_id, service, spent_fen, alipay_account, phone, payee_digest,
                    submitted_at, transfer_no, awaiting_payee, version)
                values ('C1', 42, 'FUEL', 100, 'a', 'p', 'd', now(), 'AB1', false, 0)""");
        jdbc.update(
                """
                insert into coupon (id, service, kind, name, face_fen, phone_digest, status, valid_until, issued_at,
                    bought_with)
                values (1, 'MOVIE', 'CODE', '券', 3000, 'old', 'ISSUED', now(), now(), 'M1'),
                       (2, 'MOVIE', 'CODE', '券', 3000, 'old', 'ISSUED', now(), now(), null)""");
        migrate(database, "latest");
    }

    private void order(String orderNo, String service) {
        jdbc.update(
                """
                insert into customer_order (order_no, customer_id, service, status, price_fen, discount_fen, payable_fen,
                    paid_fen, refunded_fen, created_at, idempotency_key, request_digest, version)
                values (?, 42, ?, 'COMPLETED', 100, 0, 100, 100, 0, now(), ?, 'd', 0)""",
                orderNo,
                service,
                orderNo);
    }

    @Test
    void aBoughtCouponIsItsBuyersAndAnIssuedOneThePhones() {
        assertThat(jdbc.queryForList(
                        "select id || ' ' || coalesce(cast(customer_id as varchar), phone_digest) from coupon order by id",
                        String.class))
                .containsExactly("1 42", "2 old");
    }

    @Test
    void ofANumberThatStandsForSeveralTheFirstKeepsIt() {
        assertThat(jdbc.queryForList(
                        """
                        select account || ' ' || external_no || ' ' || work || ' ' || case_no from expense_number
                        where account in ('MEITUAN', 'ALIPAY') order by account""",
                        String.class))
                .containsExactly("ALIPAY AB1 订单 C1", "MEITUAN MT1 订单 F1");
        assertThat(jdbc.queryForObject("select count(*) from flower_order where purchase_order_no = 'MT1'", Long.class))
                .isEqualTo(2);
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
    void anOrderIsFoundByItsLastDigits() {
        assertThat(jdbc.queryForList("select order_no from customer_order where order_tail = '5678'", String.class))
                .containsExactly("2026112410000012345678");
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
