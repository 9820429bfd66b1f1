package com.guncai.backoffice.ledger;

import java.time.Clock;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** What other modules read of the ledger, on a database without an application. */
public final class LedgerToRead {
    private LedgerToRead() {}

    public static LedgerMovements movements(JdbcTemplate jdbc) {
        return new LedgerMovements(new NamedParameterJdbcTemplate(jdbc));
    }

    public static Ledger ledger(JdbcTemplate jdbc, Clock clock) {
        return new Ledger(new LedgerEntries(new NamedParameterJdbcTemplate(jdbc)), clock);
    }

    public static ClosedEntries closed(JdbcTemplate jdbc) {
        return new ClosedEntries(new NamedParameterJdbcTemplate(jdbc));
    }
}
