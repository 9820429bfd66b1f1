package com.guncai.backoffice.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.guncai.backoffice.cashback.Claimant;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.ProblemException;
import com.guncai.backoffice.testing.ProcessTest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** No picture without an order stays, whatever breaks when. */
@ProcessTest
class ReceiptsTest {
    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    @Autowired
    PlatformTransactionManager manager;

    @LocalServerPort
    int port;

    final Map<String, byte[]> stored = new ConcurrentHashMap<>();
    volatile boolean down;
    volatile String order;
    Receipts receipts;

    @BeforeEach
    void anEmptyStore() {
        jdbc.update("delete from receipt where order_no is null");
        receipts = new Receipts(new Memory(), jdbc, clock);
    }

    @Test
    void aPictureOfAFailedRequestIsDeleted() {
        assertThatThrownBy(() -> receipts.keep(picture(), name -> {
                    assertThat(stored).hasSize(2);
                    throw new IllegalStateException("no order");
                }))
                .hasMessage("no order");

        assertThat(stored).isEmpty();
        assertThat(notes()).isZero();
    }

    @Test
    void aStoreThatIsDownIsSaidSo() {
        down = true;

        var refusal = catchThrowableOfType(ProblemException.class, () -> receipts.keep(picture(), name -> name));

        assertThat(refusal.code()).isEqualTo("RECEIPT_STORE_UNAVAILABLE");
        assertThat(refusal.status().value()).isEqualTo(503);
        assertThat(notes()).as("noted until the store is back").isOne();
    }

    @Test
    void whatACrashLeftIsSweptByALaterRequest() {
        receipts.keep(picture(), name -> name); // the node dies before the order is made
        assertThat(stored).hasSize(2);
        receipts.keep(picture(), name -> name);
        assertThat(stored).as("it may still be on its way").hasSize(4);

        jdbc.update(
                "update receipt set stored_at = ? where order_no is null",
                Timestamp.from(BusinessTime.now(clock).minus(Duration.ofHours(2))));
        receipts.keep(picture(), name -> name);

        assertThat(stored).as("the last one only").hasSize(2);
        assertThat(notes()).isOne();
    }

    @Test
    void aPictureStaysWhoseCommitIsStillOnItsWay() {
        var commit = new AtomicReference<CompletableFuture<Void>>();

        assertThatThrownBy(() -> receipts.keep(picture(), name -> {
                    commit.set(commitsLate(name));
                    throw new IllegalStateException("no answer");
                }))
                .hasMessage("no answer");

        commit.get().join();
        assertThat(stored).hasSize(2);
        assertThat(receipts.full(receipts.of(order))).isEqualTo(picture().jpeg());
    }

    @Test
    void aPictureThatWasGivenUpGetsNoOrderAnyMore() {
        var given = new AtomicReference<String>();
        assertThatThrownBy(() -> receipts.keep(picture(), name -> {
                    given.set(name);
                    down = true;
                    throw new IllegalStateException("no order");
                }))
                .hasMessage("no order");

        assertThatThrownBy(() -> transaction().executeWithoutResult(open -> belongs(given.get())))
                .hasMessageContaining("given up");
        assertThat(notes()).as("noted until the store is back").isOne();
    }

    /** Gives the picture an order in a transaction that ends when somebody waits for it. */
    private CompletableFuture<Void> commitsLate(String name) {
        var underWay = new CountDownLatch(1);
        var commit = CompletableFuture.runAsync(() -> transaction().executeWithoutResult(open -> {
            belongs(name);
            underWay.countDown();
            await().until(() -> jdbc.queryForObject(
                            "select count(*) from information_schema.sessions where blocker_id is not null",
                            Integer.class)
                    == 1);
        }));
        await().until(() -> underWay.getCount() == 0);
        return commit;
    }

    private void belongs(String name) {
        order = new Claimant(port).phone().topsUp("13900000009", 5000).is(201).text("/orderNo");
        receipts.belongs(name, order, picture());
    }

    private TransactionTemplate transaction() {
        return new TransactionTemplate(manager);
    }

    private int notes() {
        return jdbc.queryForObject("select count(*) from receipt where order_no is null", Integer.class);
    }

    private static ReceiptPicture picture() {
        return new ReceiptPicture("0".repeat(64), PictureFingerprint.parse("/"), new byte[] {1}, new byte[] {2});
    }

    private class Memory implements ReceiptStore {
        @Override
        public void put(String name, byte[] jpeg) {
            reach();
            stored.put(name, jpeg);
        }

        @Override
        public byte[] get(String name) {
            reach();
            return stored.get(name);
        }

        @Override
        public void delete(String name) {
            reach();
            stored.remove(name);
        }

        private void reach() {
            if (down) {
                throw new ReceiptStoreException("down", new java.io.IOException());
            }
        }
    }
}
