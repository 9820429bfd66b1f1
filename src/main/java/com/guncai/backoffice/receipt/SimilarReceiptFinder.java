package com.guncai.backoffice.receipt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds receipts that were handed in before. What is read does not grow with the number of receipts: of each key the newest
 * {@value #PER_KEY} receipts are looked up, and of these the {@value #COMPARED} that share the rarest keys are compared.
 */
@Service
@Transactional(readOnly = true)
public class SimilarReceiptFinder {
    private static final int PER_KEY = 200;
    private static final int COMPARED = 40;

    private final JdbcTemplate jdbc;

    SimilarReceiptFinder(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Other orders whose receipt is the same file, the newest first. */
    public List<String> same(String orderNo) {
        return jdbc.queryForList(
                """
                select other.order_no from receipt mine
                join receipt other on other.sha256 = mine.sha256 and other.order_no <> mine.order_no
                where mine.order_no = ? order by other.order_no desc limit 5""",
                String.class,
                orderNo);
    }

    /** Other orders whose receipt is another file with nearly the same picture. */
    public List<String> alike(String orderNo) {
        var mine = fingerprint(orderNo);
        var keys = List.copyOf(mine.keys());
        if (keys.isEmpty()) {
            return List.of();
        }
        var candidates = candidates(keys, orderNo);
        var theirs = fingerprints(candidates);
        return candidates.stream()
                .filter(other -> Objects.requireNonNull(theirs.get(other)).resembles(mine))
                .limit(5)
                .toList();
    }

    /**
     * Those that share the most, the newest first. Some lines stand on every receipt of an app: what few share counts for
     * more than what hundreds do, of which only the newest are looked at.
     */
    private List<String> candidates(List<Integer> keys, String orderNo) {
        var each = "(select picture_key, order_no from receipt_key where picture_key = ? and order_no <> ?"
                + " order by order_no desc limit " + PER_KEY + ")";
        var sharing = IntStream.range(0, keys.size()).mapToObj(i -> each).collect(Collectors.joining(" union all "));
        var arguments = keys.stream()
                .flatMap(key -> List.<Object>of(key, orderNo).stream())
                .toArray();
        Map<Integer, List<String>> sharers = new HashMap<>();
        jdbc.query(
                sharing,
                row -> {
                    sharers.computeIfAbsent(row.getInt(1), key -> new ArrayList<>())
                            .add(row.getString(2));
                },
                arguments);
        Map<String, Double> weights = new HashMap<>();
        Map<String, Integer> shared = new HashMap<>();
        sharers.values()
                .forEach(others -> others.forEach(other -> {
                    weights.merge(other, 1.0 / others.size(), Double::sum);
                    shared.merge(other, 1, Integer::sum);
                }));
        return weights.entrySet().stream()
                .filter(other -> shared.getOrDefault(other.getKey(), 0) >= 2)
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey())
                        .reversed())
                .limit(COMPARED)
                .map(Map.Entry::getKey)
                .toList();
    }

    private PictureFingerprint fingerprint(String orderNo) {
        return Objects.requireNonNull(fingerprints(List.of(orderNo)).get(orderNo));
    }

    private Map<String, PictureFingerprint> fingerprints(List<String> orderNos) {
        Map<String, PictureFingerprint> fingerprints = new HashMap<>();
        if (!orderNos.isEmpty()) {
            new NamedParameterJdbcTemplate(jdbc)
                    .query(
                            "select order_no, fingerprint from receipt where order_no in (:orderNos)",
                            Map.of("orderNos", orderNos),
                            row -> {
                                fingerprints.put(row.getString(1), PictureFingerprint.parse(row.getString(2)));
                            });
        }
        return fingerprints;
    }
}
