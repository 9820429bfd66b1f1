package com.guncai.backoffice.ledger;

import com.guncai.backoffice.shared.RowStream;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
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

/**
 * What an account moved by each number that its own statement has: all entries of a number together, so that one that was
 * reversed or set right counts as it stands now.
 */
@Service
@Transactional(readOnly = true)
public class LedgerMovements {
    /** What happened is posted when it happened or later, but for the clock of who told it. */
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);

    private final NamedParameterJdbcTemplate jdbc;

    LedgerMovements(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** By number; those that the ledger does not know are left out. At most some thousand at a time. */
    public Map<String, Movement> of(Account account, Collection<String> externalNos) {
        var found = new HashMap<String, Movement>();
        if (externalNos.isEmpty()) {
            return found;
        }
        jdbc.query(
                """
                select e.external_no, min(e.order_no), min(e.occurred_at),
                    sum(case when e.fact in ('WECHAT_FEE', 'WECHAT_FEE_RETURNED') then 0 else l.amount_fen end),
                    sum(case when e.fact in ('WECHAT_FEE', 'WECHAT_FEE_RETURNED') then l.amount_fen else 0 end)
                from ledger_entry e join ledger_line l on l.entry_id = e.id and l.account = :account
                where e.external_no in (:numbers) group by e.external_no""",
                Map.of("account", account.code(), "numbers", externalNos),
                row -> {
                    found.put(
                            row.getString(1),
                            new Movement(
                                    row.getString(1),
                                    row.getString(2),
                                    row.getTimestamp(3).toInstant(),
                                    row.getLong(4),
                                    row.getLong(5)));
                });
        return found;
    }

    /**
     * The entries of an account that happened in a time, without keeping them; to be called in a transaction.
     *
     * @param facts what they are about
     */
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public void between(Account account, Set<Fact> facts, Instant from, Instant to, Consumer<Moved> reader) {
        new NamedParameterJdbcTemplate(RowStream.reading(jdbc.getJdbcTemplate()))
                .query(
                        """
                        select e.id, e.external_no, e.order_no, e.occurred_at, l.amount_fen
                        from ledger_line l join ledger_entry e on e.id = l.entry_id
                        where l.account = :account and l.at >= :posted and e.occurred_at >= :from and e.occurred_at < :to
                          and e.fact in (:facts) order by l.at, l.entry_id""",
                        Map.of(
                                "account", account.code(),
                                "posted", Timestamp.from(from.minus(CLOCKS_DIFFER)),
                                "from", Timestamp.from(from),
                                "to", Timestamp.from(to),
                                "facts", facts.stream().map(Fact::name).toList()),
                        row -> {
                            reader.accept(new Moved(
                                    row.getLong(1),
                                    row.getString(2),
                                    row.getString(3),
                                    row.getTimestamp(4).toInstant(),
                                    row.getLong(5)));
                        });
    }

    /** Whether an account moved at all in a time. */
    public boolean isAny(Account account, Instant from, Instant to) {
        return !jdbc.getJdbcTemplate()
                .queryForList(
                        """
                        select e.id from ledger_line l join ledger_entry e on e.id = l.entry_id
                        where l.account = ? and l.at >= ? and e.occurred_at >= ? and e.occurred_at < ? limit 1""",
                        Long.class,
                        account.code(),
                        Timestamp.from(from.minus(CLOCKS_DIFFER)),
                        Timestamp.from(from),
                        Timestamp.from(to))
                .isEmpty();
    }

    /**
     * @param occurredAt of the first entry
     * @param amountFen what the account gained, fees apart
     * @param feeFen what it gained by fees: below zero what it paid
     */
    public record Movement(
            String externalNo, @Nullable String orderNo, Instant occurredAt, long amountFen, long feeFen) {}

    /** One entry. */
    public record Moved(
            long entryId, @Nullable String externalNo, @Nullable String orderNo, Instant occurredAt, long amountFen) {}
}
