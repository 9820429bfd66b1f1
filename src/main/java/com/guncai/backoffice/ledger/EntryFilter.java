package com.guncai.backoffice.ledger;

import com.guncai.backoffice.shared.BusinessTime;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are meant; what is {@code null} does not matter.
 *
 * @param number an entry's own ({@code 2026-0000123}), or an external one
 * @param from the first day on which they were posted
 * @param to the last one
 */
public record EntryFilter(
        @Nullable String orderNo,
        @Nullable String number,
        @Nullable Account account,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {
    public static final EntryFilter ALL = new EntryFilter(null, null, null, null, null);

    private static final Pattern OWN = Pattern.compile("(\\d{4})-0*(\\d{1,15})");

    /** For the record of exports, at most 180 characters. */
    String words() {
        var words = Stream.of(
                        orderNo == null ? null : "订单 " + orderNo,
                        number == null ? null : "单号 " + number,
                        account == null ? null : "科目 " + account,
                        from == null ? null : "自 " + from,
                        to == null ? null : "至 " + to)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("，"));
        return words.isEmpty() ? "全部" : words.substring(0, Math.min(180, words.length()));
    }

    Query query() {
        var query = new Query(account);
        if (orderNo != null) {
            query.where("e.order_no = :orderNo", "orderNo", orderNo);
        }
        if (number != null) {
            number(query, number);
        }
        var time = account == null ? "e.at" : "l.at";
        if (from != null) {
            query.where(time + " >= :from", "from", start(from));
        }
        if (to != null) {
            query.where(time + " < :to", "to", start(to.plusDays(1)));
        }
        return query;
    }

    private static void number(Query query, String number) {
        var own = OWN.matcher(number);
        if (own.matches()) {
            query.where("e.book_year = :year", "year", Integer.valueOf(own.group(1)));
            query.where("e.entry_no = :entryNo", "entryNo", Long.valueOf(own.group(2)));
        } else {
            query.where("e.external_no = :externalNo", "externalNo", number);
        }
    }

    private static Timestamp start(LocalDate day) {
        return Timestamp.from(BusinessTime.startOf(day));
    }

    /** The SQL of a filter. By account, lines lead: their index has the account and the time. */
    static class Query {
        private final boolean byAccount;
        private final List<String> conditions = new ArrayList<>();
        private final Map<String, Object> values = new HashMap<>();

        Query(@Nullable Account account) {
            byAccount = account != null;
            if (account != null) {
                where("l.account = :account", "account", account.code());
            }
        }

        private void where(String condition, String name, Object value) {
            conditions.add(condition);
            values.put(name, value);
        }

        void after(Timestamp at, long id) {
            where(
                    byAccount ? "(l.at, l.entry_id) < (:lastAt, :lastId)" : "(e.at, e.id) < (:lastAt, :lastId)",
                    "lastAt",
                    at);
            values.put("lastId", id);
        }

        Map<String, Object> values() {
            return values;
        }

        String newestFirst(int size) {
            var order = byAccount ? " order by l.at desc, l.entry_id desc" : " order by e.at desc, e.id desc";
            return EntryRows.FIELDS + from() + where() + order + " limit " + size;
        }

        String oldestFirstWithLines() {
            var order = byAccount ? " order by l.at, l.entry_id, k.account" : " order by e.at, e.id, k.account";
            return EntryRows.FIELDS + ", k.account, k.amount_fen" + from() + " join ledger_line k on k.entry_id = e.id"
                    + where() + order;
        }

        private String from() {
            return byAccount ? " from ledger_line l join ledger_entry e on e.id = l.entry_id" : " from ledger_entry e";
        }

        private String where() {
            return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        }
    }
}
