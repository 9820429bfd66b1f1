package com.guncai.backoffice.cashback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.guncai.backoffice.customer.CurrentCustomer;
import com.guncai.backoffice.order.Orders;
import com.guncai.backoffice.order.Placements;
import com.guncai.backoffice.receipt.PictureBulkhead;
import com.guncai.backoffice.receipt.Receipts;
import com.guncai.backoffice.shared.ProblemException;
import com.guncai.backoffice.testing.ProcessTest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A node that has no turn left for one more picture. */
@ProcessTest
class ClaimSubmissionTest {
    private static final ClaimRequest FUEL = new ClaimRequest(
            CashbackServices.FUEL,
            null,
            null,
            20_000L,
            null,
            new PayeeRequest(Claimant.ALIPAY, null, null, null, "13900000003"));

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    ClaimSubmission free;

    ClaimSubmission busy;
    Claimant claimant;
    CurrentCustomer customer;

    @BeforeEach
    void everyTurnIsTaken(
            @Autowired CashbackOffers offers,
            @Autowired Orders orders,
            @Autowired Placements placements,
            @Autowired Receipts receipts,
            @Autowired CashbackClaims claims) {
        var none = new PictureBulkhead(0, 0, Duration.ZERO);
        busy = new ClaimSubmission(offers, orders, placements, none, receipts, claims);
        claimant = new Claimant(port);
        var known = claimant.phone().topsUp("13900000009", 5000).is(201).text("/orderNo");
        customer = new CurrentCustomer(
                jdbc.queryForObject("select customer_id from customer_order where order_no = ?", Long.class, known));
    }

    @Test
    void saysSoAndKeepsNothing() {
        var coupon = claimant.gets("fuel-50");
        var receipts = receipts();

        var refusal = catchThrowableOfType(
                ProblemException.class,
                () -> busy.submit(customer, "key-1", FUEL, new ByteArrayResource(Claimant.screenshot())));

        assertThat(refusal.code()).isEqualTo("RECEIPTS_BUSY");
        assertThat(claimant.coupon(coupon)).isEqualTo("ISSUED");
        assertThat(receipts()).isEqualTo(receipts);
    }

    @Test
    void answersARepeatedRequestAllTheSame() {
        var receipt = new ByteArrayResource(Claimant.screenshot());
        var order = free.submit(customer, "key-2", FUEL, receipt);
        var receipts = receipts();

        var again = busy.submit(customer, "key-2", FUEL, receipt);

        assertThat(again.orderNo()).isEqualTo(order.orderNo());
        assertThat(receipts()).isEqualTo(receipts);
    }

    private int receipts() {
        return jdbc.queryForObject("select count(*) from receipt", Integer.class);
    }
}
