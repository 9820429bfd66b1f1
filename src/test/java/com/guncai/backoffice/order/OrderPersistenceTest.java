package com.guncai.backoffice.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guncai.backoffice.shared.DemoDigests;
import com.guncai.backoffice.shared.Services;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.test.autoconfigure.orm.jpa.DataJpaTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** What several nodes write into the tables of orders, on H2. */
@DataJpaTest
@ContextConfiguration(classes = OrderPersistenceTest.Slice.class)
class OrderPersistenceTest {
    private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");
    private static final String ORDER = "F2611241200000001";

    @Autowired
    OrderTimeline timeline;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void aCustomer() {
        database.sql("insert into customer (id, openid, created_at, version) values (1, 'o-1', ?, 0)")
                .param(NOON.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Test
    void aTimelineIsReadByTimeThoughNodesDrawIdsAhead() {
        order(100, 10, 90);
        line(51, 0, "placed");
        line(1, 60, "paid");
        line(52, 120, "accepted");
        line(2, 180, "delivered");
        line(3, 180, "completed");

        assertThat(timeline.of(List.of(ORDER)).get(ORDER))
                .extracting(TimelineEntry::text)
                .containsExactly("placed", "paid", "accepted", "delivered", "completed");
    }

    @Test
    void anOrderWhosePriceDoesNotAddUpIsRefused() {
        assertThatThrownBy(() -> order(100, 10, 91))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContainingAll("ADDS_UP");
    }

    @Test
    void aCouponIsHeldByAnOrderThatThereIs() {
        order(100, 0, 100);
        coupon(ORDER);

        assertThatThrownBy(() -> database.sql("update coupon set order_no = 'F0' where id = 1")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("COUPON_OF_ORDER");
    }

    @Test
    void anOrderHasACouponThatThereIs() {
        order(100, 0, 100);
        coupon(ORDER);
        database.sql("update customer_order set coupon_id = 1").update();

        assertThatThrownBy(() ->
                        database.sql("update customer_order set coupon_id = 2").update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("CUSTOMER_ORDER_HAS_COUPON");
    }

    private void coupon(String orderNo) {
        database.sql(
                        """
                        insert into coupon (id, service, kind, name, face_fen, phone_digest, status, valid_until, order_no,
                            issued_at)
                        values (1, 'FLOWER', 'DEDUCTION', '抵扣券', 3000, 'd', 'HELD', ?, ?, ?)""")
                .params(NOON.atOffset(ZoneOffset.UTC), orderNo, NOON.atOffset(ZoneOffset.UTC))
                .update();
    }

    private void order(long priceFen, long discountFen, long payableFen) {
        database.sql(
                        """
                        insert into customer_order (order_no, customer_id, service, status, price_fen, discount_fen,
                            payable_fen, paid_fen, refunded_fen, created_at, idempotency_key, request_digest, version)
                        values (?, 1, 'FLOWER', 'PAID', ?, ?, ?, 0, 0, ?, 'k', 'd', 0)""")
                .params(ORDER, priceFen, discountFen, payableFen, NOON.atOffset(ZoneOffset.UTC))
                .update();
    }

    private void line(long id, long secondsLater, String text) {
        database.sql("insert into timeline_entry (id, order_no, at, fact, text) values (?, ?, ?, 'Fact', ?)")
                .params(id, ORDER, NOON.plusSeconds(secondsLater).atOffset(ZoneOffset.UTC), text)
                .update();
    }

    /** No {@code @Configuration}: the application in the same packages would find it. */
    @AutoConfigurationPackage(basePackageClasses = {Order.class, Services.class})
    @Import({OrderTimeline.class, Services.class, DemoDigests.Keys.class})
    static class Slice {}
}
