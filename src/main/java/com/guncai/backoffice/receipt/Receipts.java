package com.guncai.backoffice.receipt;

import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The pictures of the claims. A picture is noted in the database, then stored, then given its order in the order's own
 * transaction: whatever goes wrong, a picture without an order is known and swept away. It is given up first and deleted
 * then, and what was given up gets no order any more. No transaction is open meanwhile.
 */
@Service
public class Receipts {
    private static final Logger log = LoggerFactory.getLogger(Receipts.class);

    /** No request takes that long. */
    private static final Duration LEFT_OVER_AFTER = Duration.ofHours(1);

    private final ReceiptStore store;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    Receipts(ReceiptStore store, JdbcTemplate jdbc, Clock clock) {
        this.store = store;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Keeps a picture while something is made of it; when that fails the picture is gone.
     *
     * @param use is given the picture's name; runs in a transaction of its own and calls {@link #belongs}
     * @throws ProblemException {@code RECEIPT_STORE_UNAVAILABLE}
     */
    @Transactional(propagation = Propagation.NEVER)
    public <T> T keep(ReceiptPicture picture, Function<String, T> use) {
        sweep();
        var name = name();
        jdbc.update("insert into receipt (picture, stored_at, encrypted) values (?, ?, true)", name, now());
        try {
            store.put(full(name), picture.jpeg());
            store.put(small(name), picture.thumbnail());
            return use.apply(name);
        } catch (ReceiptStoreException failure) {
            log.error("A receipt could not be stored", failure);
            drop(name);
            throw unavailable();
        } catch (RuntimeException failure) {
            drop(name);
            throw failure;
        }
    }

    /** As {@link #keep} for some pictures of one case, or none; their names in the same order. */
    @Transactional(propagation = Propagation.NEVER)
    public <T> T keepAll(List<ReceiptPicture> pictures, Function<List<String>, T> use) {
        return keep(pictures, List.of(), use);
    }

    private <T> T keep(List<ReceiptPicture> left, List<String> kept, Function<List<String>, T> use) {
        if (left.isEmpty()) {
            return use.apply(kept);
        }
        return keep(left.get(0), name -> {
            var more = new ArrayList<>(kept);
            more.add(name);
            return keep(left.subList(1, left.size()), more, use);
        });
    }

    /** Says in the transaction that makes a case that the picture is one of its own; no other is compared with it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void belongsToCase(String name) {
        if (jdbc.update("update receipt set of_case = true where picture = ? and not given_up", name) == 0) {
            throw new IllegalStateException("picture " + name + " took so long that it was given up");
        }
    }

    /** Says in the transaction that forgets a case that these are nobody's: they are removed as what a crash left behind. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void leaveCase(List<String> names) {
        names.forEach(name -> jdbc.update("update receipt set of_case = false where picture = ?", name));
    }

    /** Says in the transaction that makes an order that the picture is its receipt. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void belongs(String name, String orderNo, ReceiptPicture picture) {
        var fingerprint = picture.fingerprint();
        var noted = jdbc.update(
                "update receipt set order_no = ?, sha256 = ?, fingerprint = ? where picture = ? and not given_up",
                orderNo,
                picture.sha256(),
                fingerprint.text(),
                name);
        if (noted == 0) {
            throw new IllegalStateException("receipt " + name + " took so long that it was given up");
        }
        jdbc.batchUpdate(
                "insert into receipt_key (picture_key, order_no) values (?, ?)",
                fingerprint.keys().stream()
                        .map(key -> new Object[] {key, orderNo})
                        .toList());
    }

    /** JPEG. */
    public byte[] full(Receipt receipt) {
        return read(full(receipt.picture()));
    }

    /** A small JPEG. */
    public byte[] thumbnail(Receipt receipt) {
        return read(small(receipt.picture()));
    }

    /** @throws ProblemException {@code RECEIPT_NOT_FOUND} */
    @Transactional(readOnly = true)
    public Receipt of(String orderNo) {
        return jdbc
                .query(
                        "select picture from receipt where order_no = ?",
                        (row, i) -> new Receipt(row.getString("picture")),
                        orderNo)
                .stream()
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound(ProblemCode.RECEIPT_NOT_FOUND, "没有这张凭证"));
    }

    private byte[] read(String file) {
        try {
            return store.get(file);
        } catch (ReceiptStoreException failure) {
            log.error("A receipt could not be read", failure);
            throw unavailable();
        }
    }

    /** What requests left behind that a crash cut short. */
    private void sweep() {
        var leftOver = Timestamp.from(BusinessTime.now(clock).minus(LEFT_OVER_AFTER));
        jdbc.queryForList(
                        "select picture from receipt where order_no is null and not of_case and stored_at < ? order by stored_at limit 2",
                        String.class,
                        leftOver)
                .forEach(this::drop);
    }

    private void drop(String name) {
        try {
            // A commit of which only the answer got lost gives it an order all the same. Should it still be on its way,
            // the
            // row is locked: this waits for its end, and then knows.
            var abandoned = jdbc.update(
                    "update receipt set given_up = true where picture = ? and order_no is null and not of_case", name);
            if (abandoned == 0) {
                return;
            }
            store.delete(full(name));
            store.delete(small(name));
            jdbc.update("delete from receipt where picture = ? and given_up", name);
        } catch (RuntimeException failure) {
            log.warn("A receipt without an order could not be deleted; the next sweep tries again", failure);
        }
    }

    private String name() {
        var month = BusinessTime.today(clock);
        return "%d/%02d/%s".formatted(month.getYear(), month.getMonthValue(), UUID.randomUUID());
    }

    static String full(String name) {
        return name + ".jpg";
    }

    static String small(String name) {
        return name + "-small.jpg";
    }

    private Timestamp now() {
        return Timestamp.from(BusinessTime.now(clock));
    }

    private static ProblemException unavailable() {
        return new ProblemException(
                HttpStatus.SERVICE_UNAVAILABLE, ProblemCode.RECEIPT_STORE_UNAVAILABLE, "凭证暂时无法保存或读取，请稍后再试");
    }

    /** @param picture its name in the store */
    public record Receipt(String picture) {}
}
