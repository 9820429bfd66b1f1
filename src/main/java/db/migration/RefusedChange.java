package db.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.h2.api.Trigger;

/** As H2 calls it before a row of the ledger is changed or deleted. PostgreSQL has a function of its own. */
public class RefusedChange implements Trigger {
    /** The last columns of an entry, which are set once, together. */
    private static final int SET_ONCE = 3;

    private boolean entries;

    @Override
    public void init(Connection connection, String schema, String name, String table, boolean before, int type) {
        entries = table.equalsIgnoreCase("ledger_entry");
    }

    @Override
    public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
        if (!entries || after == null || !isNumbered(before, after)) {
            throw new SQLException("the ledger is never changed", "23001");
        }
    }

    private static boolean isNumbered(Object[] before, Object[] after) {
        var kept = before.length - SET_ONCE;
        return before[kept] == null && after[kept] != null && Arrays.equals(before, 0, kept, after, 0, kept);
    }
}
