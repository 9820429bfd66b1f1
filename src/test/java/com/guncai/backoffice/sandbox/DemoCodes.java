package com.guncai.backoffice.sandbox;

import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.PersonalDataCipher;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Movie codes as if somebody had bought and imported them; a fresh demo starts with some. */
@SandboxOnly
@Component
class DemoCodes implements ApplicationRunner {
    private static final String PRODUCT = "movie-30";
    private static final String IMPORT = "DEMO";

    private final JdbcTemplate jdbc;
    private final PersonalDataCipher encryption;
    private final Clock clock;
    private final int atFirst;

    DemoCodes(
            JdbcTemplate jdbc,
            PersonalDataCipher encryption,
            Clock clock,
            @Value("${sandbox.demo-codes:0}") int atFirst) {
        this.jdbc = jdbc;
        this.encryption = encryption;
        this.clock = clock;
        this.atFirst = atFirst;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (jdbc.queryForObject("select count(*) from coupon_code", Long.class) == 0) {
            add(atFirst, clock.instant().plus(Duration.ofDays(90)));
        }
    }

    List<String> add(int count, Instant validUntil) {
        var codes = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            codes.add("TPP"
                    + UUID.randomUUID()
                            .toString()
                            .replace("-", "")
                            .substring(0, 12)
                            .toUpperCase());
        }
        var now = Timestamp.from(BusinessTime.now(clock));
        jdbc.batchUpdate(
                """
                insert into coupon_code
                    (id, product_id, import_no, code, code_digest, valid_until, state, imported_at)
                values (nextval('coupon_code_seq'), ?, ?, ?, ?, ?, 'IN_STOCK', ?)""",
                codes,
                100,
                (row, code) -> {
                    row.setString(1, PRODUCT);
                    row.setString(2, IMPORT);
                    row.setString(3, encryption.convertToDatabaseColumn(code));
                    row.setString(4, encryption.digest(code));
                    row.setTimestamp(5, Timestamp.from(validUntil));
                    row.setTimestamp(6, now);
                });
        return codes;
    }

    /** Whatever is in stock is there no more, and nobody waits for more. */
    void discardAll() {
        jdbc.update("update coupon_order set queued_at = null, waiting_since = null");
        jdbc.update("update coupon_code set state = 'DISCARDED' where state = 'IN_STOCK'");
    }
}
