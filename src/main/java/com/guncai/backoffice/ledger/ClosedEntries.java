package com.guncai.backoffice.ledger;

import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.RowStream;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Entries of days that are closed. Which they are never changes: what commits later counts to a later day. */
@Service
@Transactional(readOnly = true)
public class ClosedEntries {
    private final NamedParameterJdbcTemplate jdbc;

    ClosedEntries(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The first day that was closed; {@code null} when none was. */
    public @Nullable LocalDate first() {
        return jdbc.getJdbcTemplate().queryForObject("select min(closed_on) from ledger_day", LocalDate.class);
    }

    /** The last one. */
    public @Nullable LocalDate last() {
        return jdbc.getJdbcTemplate().queryForObject("select max(closed_on) from ledger_day", LocalDate.class);
    }

    /** Those of some days, in the order of their numbers, without keeping them. @param facts what they are about */
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public void forEach(LocalDate from, LocalDate to, Set<Fact> facts, Consumer<LedgerEntry> reader) {
        var rows = new EntryRows(reader);
        new NamedParameterJdbcTemplate(RowStream.reading(jdbc.getJdbcTemplate()))
                .query(
                        EntryRows.FIELDS
                                + """
                                , k.account, k.amount_fen from ledger_entry e join ledger_line k on k.entry_id = e.id
                                where e.closed_on between :from and :to and e.fact in (:facts)
                                order by e.closed_on, e.at, e.id, k.account""",
                        Map.of(
                                "from", from,
                                "to", to,
                                "facts", facts.stream().map(Fact::name).toList()),
                        rows);
        rows.end();
    }

    /** What some entries are about, by id; at most some thousand at a time. */
    public Map<Long, Fact> facts(Collection<Long> ids) {
        var facts = new HashMap<Long, Fact>();
        if (!ids.isEmpty()) {
            jdbc.query("select id, fact from ledger_entry where id in (:ids)", Map.of("ids", ids), row -> {
                facts.put(row.getLong(1), Fact.valueOf(row.getString(2)));
            });
        }
        return facts;
    }

    /** When some orders were paid, by number; at most some thousand at a time. */
    public Map<String, Instant> paidAt(Collection<String> orderNos) {
        var paid = new HashMap<String, Instant>();
        if (!orderNos.isEmpty()) {
            jdbc.query(
                    "select reference, occurred_at from ledger_entry where fact = 'ORDER_PAID' and reference in (:orders)",
                    Map.of("orders", orderNos),
                    row -> {
                        paid.put(row.getString(1), row.getTimestamp(2).toInstant());
                    });
        }
        return paid;
    }

    /** What is owed more or less by entries of some days, payments apart, in fen; days that are not closed count as well. */
    public long claimedFen(LocalDate from, LocalDate to) {
        var claimed = balance(to) - balance(from.minusDays(1));
        // Payments are few, and found by their fact. One that was taken back counts on the day on which it was.
        Long paid = jdbc.queryForObject(
                """
                select coalesce(sum(l.amount_fen), 0) from ledger_entry e join ledger_line l on l.entry_id = e.id
                where (e.fact = 'SETTLEMENT_RECEIVED'
                    or e.reverses in (select id from ledger_entry where fact = 'SETTLEMENT_RECEIVED'))
                  and l.account like 'PICC%' and (e.closed_on between :from and :to
                    or e.closed_on is null and e.at < :end and not exists (select 1 from ledger_day where closed_on >= :to))""",
                Map.of(
                        "from", from,
                        "to", to,
                        "end", Timestamp.from(BusinessTime.startOf(to.plusDays(1)))),
                Long.class);
        return claimed - (paid == null ? 0 : paid);
    }

    private long balance(LocalDate day) {
        return new LedgerBalances(jdbc.getJdbcTemplate())
                .on(day).entrySet().stream()
                        .filter(each -> each.getKey().kind() == Account.Kind.PICC)
                        .mapToLong(Map.Entry::getValue)
                        .sum();
    }
}
