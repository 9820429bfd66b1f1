package com.guncai.backoffice.settlement;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The files of closed statements, in the database, for good: each as it was when it was closed. */
@Component
class StatementFiles {
    /** H2 takes a megabyte a value. */
    private static final int PART = 512 * 1024;

    private final JdbcTemplate jdbc;

    StatementFiles(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Which file. */
    enum Kind {
        XLSX,
        CSV
    }

    void keep(String caseNo, Kind kind, InputStream content) throws IOException {
        var part = 0;
        for (var bytes = content.readNBytes(PART); bytes.length > 0; bytes = content.readNBytes(PART)) {
            jdbc.update(
                    "insert into settlement_file (case_no, kind, part, content) values (?, ?, ?, ?)",
                    caseNo,
                    kind.name(),
                    part++,
                    bytes);
        }
    }

    /** Part after part. */
    void send(String caseNo, Kind kind, OutputStream out) throws IOException {
        var parts = jdbc.queryForList(
                "select part from settlement_file where case_no = ? and kind = ? order by part",
                Integer.class,
                caseNo,
                kind.name());
        for (var part : parts) {
            out.write(Objects.requireNonNull(jdbc.queryForObject(
                    "select content from settlement_file where case_no = ? and kind = ? and part = ?",
                    byte[].class,
                    caseNo,
                    kind.name(),
                    part)));
        }
    }
}
