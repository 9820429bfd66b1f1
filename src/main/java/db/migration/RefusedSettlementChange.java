package db.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.h2.api.Trigger;

/** As H2 calls it before a row of a settlement is written. PostgreSQL has a function of its own. */
public class RefusedSettlementChange implements Trigger {
    private static final int STATE = 6;
    private static final Set<String> FINAL = Set.of("CLOSED", "REJECTED");

    private boolean statements;

    @Override
    public void init(Connection connection, String schema, String name, String table, boolean before, int type) {
        statements = table.equalsIgnoreCase("settlement_statement");
    }

    @Override
    public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
        var allowed = before == null
                ? !isFinal(connection, String.valueOf(after[0]))
                : statements && after != null && !FINAL.contains(String.valueOf(before[STATE]));
        if (!allowed) {
            throw new SQLException("a settlement is never changed", "23001");
        }
    }

    private static boolean isFinal(Connection connection, String caseNo) throws SQLException {
        try (var query = connection.prepareStatement("select state from settlement_statement where case_no = ?")) {
            query.setString(1, caseNo);
            try (var found = query.executeQuery()) {
                return found.next() && FINAL.contains(found.getString(1));
            }
        }
    }
}
