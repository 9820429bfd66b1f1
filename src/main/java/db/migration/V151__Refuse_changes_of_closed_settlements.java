package db.migration;

import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * A statement that is closed or rejected is never changed, none is ever deleted, and what belongs to one is written once, before
 * it is closed. Java for the reason that the ledger's is ({@link V132__Refuse_changes_of_the_ledger}).
 */
public class V151__Refuse_changes_of_closed_settlements extends BaseJavaMigration {
    private static final String[] CONTENT = {"settlement_figure", "settlement_entry", "settlement_file"};
    private static final String[] RECORDS = {"settlement_receipt", "settlement_alarm"};

    private static final String FUNCTION =
            """
            create function refuse_settlement_change() returns trigger language plpgsql as $body$
            begin
                if tg_op = 'UPDATE' and tg_table_name = 'settlement_statement' then
                    if old.state not in ('CLOSED', 'REJECTED') then
                        return new;
                    end if;
                end if;
                if tg_op = 'INSERT' then
                    if not exists (select 1 from settlement_statement
                                   where case_no = new.case_no and state in ('CLOSED', 'REJECTED')) then
                        return new;
                    end if;
                end if;
                raise exception 'a settlement is never changed: % of %', tg_op, tg_table_name
                    using errcode = 'restrict_violation';
            end
            $body$""";

    @Override
    public void migrate(Context context) throws Exception {
        var connection = context.getConnection();
        var h2 = connection.getMetaData().getDatabaseProductName().equals("H2");
        try (var statement = connection.createStatement()) {
            if (!h2) {
                statement.execute(FUNCTION);
            }
            refuse(statement, h2, "settlement_statement", "update", "delete");
            for (var table : CONTENT) {
                refuse(statement, h2, table, "insert", "update", "delete");
            }
            for (var table : RECORDS) {
                refuse(statement, h2, table, "update", "delete");
            }
        }
    }

    private static void refuse(Statement statement, boolean h2, String table, String... changes) throws SQLException {
        if (h2) {
            statement.execute("create trigger %s_is_final before %s on %s for each row call \"%s\""
                    .formatted(table, String.join(", ", changes), table, RefusedSettlementChange.class.getName()));
        } else {
            statement.execute(
                    "create trigger %1$s_is_final before %2$s on %1$s for each row execute function refuse_settlement_change()"
                            .formatted(table, String.join(" or ", changes)));
            statement.execute(
                    "create trigger %1$s_is_kept before truncate on %1$s for each statement execute function refuse_settlement_change()"
                            .formatted(table));
        }
    }
}
