package com.guncai.backoffice.ledger;

import com.guncai.backoffice.shared.BusinessTime;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes what a transaction posted, as the last thing before it commits: one statement for its entries and one for their lines,
 * however many listeners posted. Whatever fails here rolls the transaction back.
 */
@Component
class LedgerWriter implements TransactionExecutionListener {
    private static final int IDS_AT_A_TIME = 50;

    private final ObjectProvider<JdbcTemplate> jdbc;
    private final Clock clock;
    private long nextId;
    private int idsLeft;

    /** @param jdbc asked for late: the transaction manager knows this bean, and is there before any database is */
    LedgerWriter(ObjectProvider<JdbcTemplate> jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void beforeCommit(TransactionExecution transaction) {
        var pending = (PendingPostings) TransactionSynchronizationManager.getResource(PendingPostings.class);
        if (pending != null) {
            write(pending, BusinessTime.now(clock));
        }
    }

    private void write(PendingPostings pending, Instant now) {
        var postings = pending.postings();
        var ids = postings.stream().map(posting -> nextId()).toList();
        var written = database().batchUpdate(ENTRY, new BatchPreparedStatementSetter() {
            @Override
            public void setValues(PreparedStatement entry, int index) throws SQLException {
                var posting = postings.get(index);
                set(entry, ids.get(index), posting, pending.at(posting, now));
            }

            @Override
            public int getBatchSize() {
                return postings.size();
            }
        });
        var lines = new ArrayList<Object[]>();
        for (int i = 0; i < postings.size(); i++) {
            if (written[i] != 0) {
                var id = ids.get(i);
                var at = Timestamp.from(pending.at(postings.get(i), now));
                postings.get(i)
                        .lines()
                        .forEach((account, fen) -> lines.add(new Object[] {id, account.code(), fen, at}));
            }
        }
        if (!lines.isEmpty()) {
            database()
                    .batchUpdate(
                            "insert into ledger_line (entry_id, account, amount_fen, at) values (?, ?, ?, ?)", lines);
        }
    }

    private static final String ENTRY =
            """
            insert into ledger_entry (id, fact, reference, at, occurred_at, service, order_no, external_no, coupon_id, text,
                reverses)
            select cast(? as bigint), cast(? as varchar(24)), cast(? as varchar(120)), cast(? as timestamp with time zone),
                cast(? as timestamp with time zone), cast(? as varchar(16)), cast(? as varchar(32)), cast(? as varchar(64)),
                cast(? as bigint), cast(? as varchar(200)), cast(? as bigint)
            where not exists (select 1 from ledger_entry where fact = ? and reference = ?)""";

    private static void set(PreparedStatement entry, long id, Posting posting, Instant at) throws SQLException {
        entry.setLong(1, id);
        entry.setString(2, posting.fact().name());
        entry.setString(3, posting.reference());
        entry.setTimestamp(4, Timestamp.from(at));
        entry.setTimestamp(5, Timestamp.from(posting.occurredAt()));
        entry.setString(6, posting.service());
        entry.setString(7, posting.orderNo());
        entry.setString(8, posting.externalNo());
        setLong(entry, 9, posting.couponId());
        entry.setString(10, posting.text());
        setLong(entry, 11, posting.reverses());
        entry.setString(12, posting.fact().name());
        entry.setString(13, posting.reference());
    }

    private static void setLong(PreparedStatement entry, int index, @Nullable Long value) throws SQLException {
        if (value == null) {
            entry.setNull(index, Types.BIGINT);
        } else {
            entry.setLong(index, value);
        }
    }

    private synchronized long nextId() {
        if (idsLeft == 0) {
            nextId = database().queryForObject("select nextval('ledger_entry_seq')", Long.class);
            idsLeft = IDS_AT_A_TIME;
        }
        idsLeft--;
        return nextId++;
    }

    private JdbcTemplate database() {
        return jdbc.getObject();
    }
}
