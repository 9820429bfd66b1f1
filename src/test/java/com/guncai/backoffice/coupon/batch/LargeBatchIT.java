package com.guncai.backoffice.coupon.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.process.UploadedFile;
import com.guncai.backoffice.spreadsheet.Workbook;
import com.guncai.backoffice.testing.OnPostgreSql;
import com.guncai.backoffice.testing.ProcessTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a large file costs on PostgreSQL (embedded, fsync off), printed. {@code -Dbatch.rows=100000} makes it as large as
 * PICC's.
 */
@ProcessTest
@OnPostgreSql
class LargeBatchIT {
    private static final int ROWS = Integer.getInteger("batch.rows", 5_000);

    @Autowired
    CodeImports imports;

    @Autowired
    CouponIssues issues;

    @Autowired
    BatchIntake desk;

    @Autowired
    EarlierBatches earlier;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void manyCodesAreImportedAndIssued() throws IOException {
        var codes = file(List.of("券码", "有效期至"), i -> List.of("CODE%09d".formatted(i), "2099-12-31"));
        var phones = file(List.of("手机号"), i -> List.of("138%08d".formatted(i)));

        var imported = imports.submit("movie-30", "COMPANY", null, codes, "coupon");
        var reading = timed(() -> imports.read(imported));
        imports.decide(imported, true, "coupon");
        var importing = timed(() -> imports.importCodes(imported));

        var issued = issues.submit("LARGE", "movie-30", phones, "coupon");
        var readingPhones = timed(() -> issues.read(issued));
        issues.decide(issued, true, null, "manager");
        var issuing = timed(() -> issues.issue(issued));

        var again = issues.submit("LARGE-2", "movie-30", phones, "coupon");
        timed(() -> issues.read(again));
        var comparing = timed(() -> assertThat(earlier.of(desk.get(again)))
                .singleElement()
                .satisfies(overlap -> assertThat(overlap.phones()).isEqualTo(ROWS)));

        System.out.printf(
                "large batch, %d rows: read codes %.1f s, import %.1f s, read phones %.1f s, issue %.1f s, compare with an"
                        + " earlier batch of the same phones %.1f s%n",
                ROWS, reading, importing, readingPhones, issuing, comparing);
        assertThat(desk.get(issued).state()).isEqualTo(BatchState.DONE);
        assertThat(count("coupon where batch_case_no = '" + issued + "'")).isEqualTo(ROWS);
        assertThat(count("coupon_code where state = 'ISSUED'")).isEqualTo(ROWS);
        assertThat(jdbc.queryForObject("select count(distinct code_id) from coupon", Long.class))
                .isEqualTo(ROWS);
    }

    private double timed(Runnable work) {
        var started = System.nanoTime();
        transaction.executeWithoutResult(status -> work.run());
        return (System.nanoTime() - started) / 1e9;
    }

    private long count(String rows) {
        var count = jdbc.queryForObject("select count(*) from " + rows, Long.class);
        return count == null ? 0 : count;
    }

    private static UploadedFile file(List<String> header, IntFunction<List<String>> row) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook("Sheet1", header)) {
            for (int i = 0; i < ROWS; i++) {
                workbook.row(row.apply(i));
            }
            workbook.writeTo(bytes);
        }
        return new UploadedFile("large.xlsx", bytes.toByteArray());
    }
}
