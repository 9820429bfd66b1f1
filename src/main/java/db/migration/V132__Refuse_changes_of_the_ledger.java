package db.migration;

import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * Entries of the ledger are never changed nor deleted, whoever asks. H2 and PostgreSQL have no common way to say it, so this
 * migration is Java: a trigger each, with one exception for the number that an entry gets when its day is closed.
 */
public class V132__Refuse_changes_of_the_ledger extends BaseJavaMigration {
    private static final String[] TABLES = {
        "ledger_entry", "ledger_line", "ledger_day", "ledger_balance", "ledger_export"
    };

    private static final String FUNCTION =
            """
            create function refuse_ledger_change() returns trigger language plpgsql as $body$
            begin
                if tg_op = 'UPDATE' and tg_table_name = 'ledger_entry' then
                    if old.entry_no is null and new.entry_no is not null
                        and to_jsonb(new) - array['closed_on', 'book_year', 'entry_no']
                          = to_jsonb(old) - array['closed_on', 'book_year', 'entry_no'] then
                        return new;
                    end if;
                end if;
                raise exception 'the ledger is never changed: % of %', tg_op, tg_table_name
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
            for (var table : TABLES) {
                if (h2) {
                    statement.execute(
                            "create trigger %1$s_is_final before update, delete on %1$s for each row call \"%2$s\""
                                    .formatted(table, RefusedChange.class.getName()));
                } else {
                    statement.execute(
                            "create trigger %1$s_is_final before update or delete on %1$s for each row execute function refuse_ledger_change()"
                                    .formatted(table));
                    statement.execute(
                            "create trigger %1$s_is_kept before truncate on %1$s for each statement execute function refuse_ledger_change()"
                                    .formatted(table));
                }
            }
        }
    }
}
