package com.guncai.backoffice.ledger;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.guncai.backoffice.ledger.LedgerEntry.Line;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import com.guncai.backoffice.shared.RowStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds entries: by order, number, account and time. */
@Service
@Transactional(readOnly = true)
public class LedgerEntries {
    private final NamedParameterJdbcTemplate jdbc;

    LedgerEntries(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The entries of an order, the oldest first. */
    public List<LedgerEntry> ofOrder(String orderNo) {
        return complete(jdbc.query(
                EntryRows.COLUMNS + "where e.order_no = :orderNo order by e.at, e.id",
                Map.of("orderNo", orderNo),
                EntryRows::entry));
    }

    /** The newest entry of an order and a fact that no other takes back. */
    public Optional<LedgerEntry> standing(String orderNo, Fact fact) {
        return complete(jdbc.query(
                        EntryRows.COLUMNS
                                + """
                        where e.order_no = :orderNo and e.fact = :fact
                            and not exists (select 1 from ledger_entry r where r.reverses = e.id)
                        order by e.at desc, e.id desc limit 1""",
                        Map.of("orderNo", orderNo, "fact", fact.name()),
                        EntryRows::entry))
                .stream()
                .findFirst();
    }

    /** The one of a fact and its reference. */
    public Optional<LedgerEntry> find(Fact fact, String reference) {
        return complete(jdbc.query(
                        EntryRows.COLUMNS + "where e.fact = :fact and e.reference = :reference",
                        Map.of("fact", fact.name(), "reference", reference),
                        EntryRows::entry))
                .stream()
                .findFirst();
    }

    /** @throws NoSuchElementException when there is none */
    public LedgerEntry get(long id) {
        return complete(jdbc.query(EntryRows.COLUMNS + "where e.id = :id", Map.of("id", id), EntryRows::entry)).stream()
                .findFirst()
                .orElseThrow();
    }

    /**
     * A page, the newest first.
     *
     * @param after the id of the last one of the page before; {@code null} for the first page
     * @throws ProblemException {@code REQUEST_INVALID} when there is no such entry
     */
    public Page page(EntryFilter filter, @Nullable Long after, int size) {
        var query = filter.query();
        if (after != null) {
            var last = jdbc.query(
                    "select at from ledger_entry where id = :id", Map.of("id", after), (row, n) -> row.getTimestamp(1));
            if (last.isEmpty()) {
                throw ProblemException.invalid(ProblemCode.REQUEST_INVALID, "没有这一页，请从第一页看起");
            }
            query.after(last.get(0), after);
        }
        var found = jdbc.query(query.newestFirst(size + 1), query.values(), EntryRows::entry);
        var items = complete(found.subList(0, Math.min(size, found.size())));
        return new Page(items, found.size() > size ? items.get(size - 1).id() : null);
    }

    /** Every entry that is meant, the oldest first, without keeping them; to be called in a transaction. */
    public void forEach(EntryFilter filter, Consumer<LedgerEntry> reader) {
        var query = filter.query();
        var rows = new EntryRows(reader);
        var reading = new NamedParameterJdbcTemplate(RowStream.reading(jdbc.getJdbcTemplate()));
        reading.query(query.oldestFirstWithLines(), query.values(), rows);
        rows.end();
    }

    /** What each account gained by all entries of an order, in fen. */
    Map<Account, Long> sums(String orderNo) {
        var sums = new HashMap<Account, Long>();
        jdbc.query(
                """
                select l.account, sum(l.amount_fen) from ledger_entry e join ledger_line l on l.entry_id = e.id
                where e.order_no = :orderNo group by l.account""",
                Map.of("orderNo", orderNo),
                row -> {
                    sums.put(Account.parse(row.getString(1)), row.getLong(2));
                });
        return sums;
    }

    private List<LedgerEntry> complete(List<LedgerEntry> entries) {
        if (entries.isEmpty()) {
            return entries;
        }
        var lines = jdbc
                .query(
                        "select entry_id, account, amount_fen from ledger_line where entry_id in (:ids)",
                        Map.of("ids", entries.stream().map(LedgerEntry::id).toList()),
                        (row, n) -> Map.entry(row.getLong(1), EntryRows.line(row.getString(2), row.getLong(3))))
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
        return entries.stream()
                .map(entry -> entry.with(EntryRows.sorted(lines.getOrDefault(entry.id(), List.<Line>of()))))
                .toList();
    }

    /**
     * @param next what the next page comes after; {@code null} when this is the last
     */
    public record Page(List<LedgerEntry> items, @Nullable Long next) {}
}
