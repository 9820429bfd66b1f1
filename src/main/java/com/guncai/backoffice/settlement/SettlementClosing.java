package com.guncai.backoffice.settlement;

import com.guncai.backoffice.settlement.Statement.State;
import com.guncai.backoffice.settlement.StatementFiles.Kind;
import com.guncai.backoffice.shared.BusinessTime;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closes statements that are confirmed: gives each its number, without gaps in a year, writes its files and keeps them with their
 * digests. From then on the database refuses any change.
 */
@Service
class SettlementClosing {
    private final SettlementStatements statements;
    private final StatementCsv csv;
    private final StatementWorkbook workbook;
    private final StatementFiles files;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    SettlementClosing(
            SettlementStatements statements,
            StatementCsv csv,
            StatementWorkbook workbook,
            StatementFiles files,
            JdbcTemplate jdbc,
            Clock clock) {
        this.statements = statements;
        this.csv = csv;
        this.workbook = workbook;
        this.files = files;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return whether there is something to be paid */
    @Transactional
    public boolean close(String caseNo) {
        jdbc.queryForObject("select id from settlement_closing where id = 1 for update", Integer.class);
        var confirmed = statements.locked(caseNo, State.CLOSING);
        var at = BusinessTime.now(clock);
        var year = BusinessTime.local(at).getYear();
        Integer last = jdbc.queryForObject(
                "select coalesce(max(statement_seq), 0) from settlement_statement where book_year = ?",
                Integer.class,
                year);
        var seq = (last == null ? 0 : last) + 1;
        var digest = keep(confirmed, Kind.CSV, out -> csv.write(confirmed, out));
        var numbered = confirmed.closed(SettlementStatements.number(year, seq), digest, at);
        var workbookDigest =
                keep(confirmed, Kind.XLSX, out -> workbook.write(numbered, Ceiling.forecast(numbered), out));
        statements.closed(caseNo, year, seq, at, digest, workbookDigest);
        return confirmed.payableFen() > 0;
    }

    /** By way of a file on this machine: it may be large. */
    private String keep(Statement statement, Kind kind, Writing writing) {
        try {
            var file = Files.createTempFile("statement", ".tmp");
            try {
                var digest = written(file, writing);
                try (var content = Files.newInputStream(file)) {
                    files.keep(statement.caseNo(), kind, content);
                }
                return digest;
            } finally {
                Files.delete(file);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static String written(Path file, Writing writing) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            try (var out = new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(file)), digest)) {
                writing.to(out);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** What writes a file. */
    private interface Writing {
        void to(OutputStream out) throws IOException;
    }
}
