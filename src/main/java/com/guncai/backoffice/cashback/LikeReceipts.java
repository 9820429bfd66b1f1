package com.guncai.backoffice.cashback;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds receipts that were handed in before. What is read does not grow with the number of receipts: of each key at most
 * {@value #PER_KEY} receipts are looked up, and of these the {@value #COMPARED} that share the most keys are compared.
 */
@Service
@Transactional(readOnly = true)
class LikeReceipts {
    private static final int PER_KEY = 200;
    private static final int COMPARED = 40;

    private final JdbcTemplate jdbc;

    LikeReceipts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Other orders whose receipt is the same file, the newest first. */
    List<String> same(String orderNo) {
        return jdbc.queryForList(
                """
                select other.order_no from receipt mine
                join receipt other on other.sha256 = mine.sha256 and other.order_no <> mine.order_no
                where mine.order_no = ? order by other.order_no desc limit 5""",
                String.class,
                orderNo);
    }

    /** Other orders whose receipt is another file with nearly the same picture. */
    List<String> alike(String orderNo) {
        var mine = fingerprint(orderNo);
        var keys = List.copyOf(mine.keys());
        if (keys.isEmpty()) {
            return List.of();
        }
        // A limit for each key: some lines stand on every receipt of an app.
        var each = "(select order_no from receipt_key where picture_key = ? and order_no <> ? limit " + PER_KEY + ")";
        var sharing = IntStream.range(0, keys.size()).mapToObj(i -> each).collect(Collectors.joining(" union all "));
        var arguments = keys.stream()
                .flatMap(key -> List.<Object>of(key, orderNo).stream())
                .toArray();
        return jdbc
                .queryForList(
                        "select order_no from (" + sharing + ") as sharing group by order_no"
                                + " having count(*) >= 2 order by count(*) desc, order_no desc limit " + COMPARED,
                        String.class,
                        arguments)
                .stream()
                .filter(other -> fingerprint(other).resembles(mine))
                .limit(5)
                .toList();
    }

    private Fingerprint fingerprint(String orderNo) {
        return Fingerprint.parse(
                jdbc.queryForObject("select fingerprint from receipt where order_no = ?", String.class, orderNo));
    }
}
