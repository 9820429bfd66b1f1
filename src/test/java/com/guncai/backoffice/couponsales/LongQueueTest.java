package com.guncai.backoffice.couponsales;

import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.testing.Engine;
import com.guncai.backoffice.testing.ProcessTest;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** Many orders that wait for codes, of which few come: written by SQL, each paid a second after the one before. */
@ProcessTest
@Import(Engine.class)
class LongQueueTest {
    private static final Instant FIRST_PAID = Instant.parse("2026-01-01T00:00:00Z");

    @LocalServerPort
    int port;

    @Autowired
    Engine engine;

    @Autowired
    CouponFulfilment fulfilment;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    EntityManagerFactory entities;

    CodeBuyers buyers;

    @BeforeEach
    void nothingIsInStock() {
        buyers = new CodeBuyers(port, engine);
        buyers.nothingIsInStock();
        jdbc.update("delete from timeline_entry where order_no like 'Q%'");
        jdbc.update("delete from coupon where bought_with like 'Q%'");
        jdbc.update("delete from coupon_order where order_no like 'Q%'");
        jdbc.update("delete from customer_order where order_no like 'Q%'");
        jdbc.update("delete from customer where id = -1");
        jdbc.update("insert into customer (id, openid, created_at, version) values (-1, 'queue', now(), 0)");
    }

    @Test
    void whoeverWantsTheMoneyBackIsPassedOverHoweverManyTheyAre() {
        waiting(0, 2 * CouponFulfilment.AT_A_TIME + 5, 1, true);
        waiting(100, 3, 1, false);
        buyers.stock(2);

        fulfilment.serveWaiting("movie-30");

        assertThat(completed()).containsExactly("Q100", "Q101");
    }

    @Test
    void manyAreServedInTheOrderOfTheirPaymentsUntilOneFindsTooFewCodes() {
        waiting(100, CouponFulfilment.AT_A_TIME + 5, 1, false);
        waiting(200, 1, 10, false);
        waiting(300, 1, 1, false);
        buyers.stock(CouponFulfilment.AT_A_TIME + 8);

        fulfilment.serveWaiting("movie-30");

        assertThat(completed()).hasSize(CouponFulfilment.AT_A_TIME + 5).allMatch(orderNo -> orderNo.startsWith("Q1"));
    }

    @Test
    void ordersPaidAtTheSameMomentAreAllServed() {
        waiting(100, 2 * CouponFulfilment.AT_A_TIME, 1, false);
        jdbc.update("update coupon_order set queued_at = ? where order_no like 'Q%'", Timestamp.from(FIRST_PAID));
        buyers.stock(2 * CouponFulfilment.AT_A_TIME);

        fulfilment.serveWaiting("movie-30");

        assertThat(completed()).hasSize(2 * CouponFulfilment.AT_A_TIME);
    }

    @Test
    void noMoreAreReadThanCanBeServed() {
        waiting(1000, 500, 1, false);
        buyers.stock(1);
        var statistics = entities.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();

        fulfilment.serveWaiting("movie-30");

        var read = statistics.getEntityStatistics(CouponOrder.class.getName()).getLoadCount();
        statistics.setStatisticsEnabled(false);
        assertThat(completed()).containsExactly("Q1000");
        assertThat(read).isLessThanOrEqualTo(CouponFulfilment.AT_A_TIME);
    }

    private void waiting(int first, int count, int quantity, boolean underRefund) {
        for (int number = first; number < first + count; number++) {
            jdbc.update(
                    """
                    insert into customer_order (order_no, customer_id, service, status, price_fen, discount_fen, payable_fen,
                        paid_fen, refunded_fen, under_refund, created_at, idempotency_key, request_digest, version)
                    values (?, -1, 'MOVIE', 'PAID', 2800, 0, 2800, 2800, 0, ?, now(), ?, 'd', 0)""",
                    "Q" + number,
                    underRefund,
                    "Q" + number);
            jdbc.update(
                    """
                    insert into coupon_order (order_no, product_id, product_name, face_fen, quantity, queued_at,
                        version)
                    values (?, 'movie-30', '30 元电影代金券', 3000, ?, ?, 0)""",
                    "Q" + number,
                    quantity,
                    Timestamp.from(FIRST_PAID.plusSeconds(number)));
        }
    }

    private List<String> completed() {
        return jdbc.queryForList(
                "select order_no from customer_order where order_no like 'Q%' and status = 'COMPLETED' order by"
                        + " order_no",
                String.class);
    }
}
