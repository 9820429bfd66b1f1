package com.guncai.backoffice.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A copy among hundreds of receipts of one app, which share most of what stands on them. */
@Tag("slow")
class SimilarReceiptFinderTest {
    private static final int STORED = 230;

    private final JdbcTemplate jdbc =
            new JdbcTemplate(new SingleConnectionDataSource("jdbc:h2:mem:likereceipts", true));
    private final SimilarReceiptFinder receipts = new SimilarReceiptFinder(jdbc);

    @BeforeEach
    void hundredsOfOneApp() {
        jdbc.execute("create table if not exists receipt (order_no varchar(32), fingerprint varchar(8000))");
        jdbc.execute("create table if not exists receipt_key (picture_key integer, order_no varchar(32),"
                + " primary key (picture_key, order_no))");
        if (jdbc.queryForObject("select count(*) from receipt", Integer.class) == 0) {
            var drawn = IntStream.range(0, STORED)
                    .parallel()
                    .mapToObj(seed -> PictureFingerprint.of(DrawnReceipts.wechat(seed)))
                    .toList();
            for (int seed = 0; seed < STORED; seed++) {
                store(number(seed), drawn.get(seed));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 100, 200, STORED - 2, STORED - 1})
    void aCopyIsFoundHoweverManyWereHandedInSince(int seed) {
        var copy = number(STORED + seed);
        store(copy, PictureFingerprint.of(Retouched.COMPRESSED.apply(DrawnReceipts.wechat(seed))));

        assertThat(receipts.alike(copy)).contains(number(seed));
        assertThat(receipts.alike(number(seed))).as("seen from the first").contains(copy);
        jdbc.update("delete from receipt where order_no = ?", copy);
        jdbc.update("delete from receipt_key where order_no = ?", copy);
    }

    @Test
    void differentReceiptsOfTheAppAreRarelyTakenForOne() {
        var alarms = 0;
        for (int seed = 0; seed < STORED; seed += 10) {
            alarms += receipts.alike(number(seed)).isEmpty() ? 0 : 1;
        }
        System.out.printf("receipts: false alarms for %d of %d among %d of one app%n", alarms, STORED / 10, STORED);
        assertThat(alarms).isLessThanOrEqualTo(2);
    }

    private static String number(int at) {
        return "%020d".formatted(at);
    }

    private void store(String orderNo, PictureFingerprint fingerprint) {
        jdbc.update("insert into receipt values (?, ?)", orderNo, fingerprint.text());
        fingerprint.keys().forEach(key -> jdbc.update("insert into receipt_key values (?, ?)", key, orderNo));
    }
}
