package com.guncai.backoffice.coupon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.guncai.backoffice.journey.MiniProgram;
import com.guncai.backoffice.shared.PersonalDataCipher;
import com.guncai.backoffice.testing.ProcessTest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What of a wallet the mini-program gets, and in which order, when there is more in it than a phone can show. */
@ProcessTest
class WalletTest {
    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    PersonalDataCipher personalData;

    @Autowired
    Clock clock;

    MiniProgram customer;

    @BeforeEach
    void aCustomer() {
        customer = MiniProgram.of(port, "130%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
    }

    @Test
    void whatCanBeUsedComesFirstAndTheRestTheLatestIssuedFirst() {
        has("USED", "FLOWER", 9, 3);
        has("ISSUED", "FLOWER", 20, 5);
        has("ISSUED", "FLOWER", -1, 1);
        has("ISSUED", "FUEL", 10, 9);
        has("HELD", "FUEL", 10, 2);

        assertThat(statuses("")).containsExactly("ISSUED", "ISSUED", "EXPIRED", "HELD", "USED");
        assertThat(items("").findValuesAsText("service")).startsWith("FUEL", "FLOWER");
    }

    @Test
    void itIsReadByStatusAndService() {
        has("USED", "FLOWER", 9, 1);
        has("ISSUED", "FLOWER", 9, 1);
        has("ISSUED", "FLOWER", -1, 1);
        has("EXPIRED", "FLOWER", 9, 1);
        has("ISSUED", "FUEL", -1, 1);
        has("VOID", "FUEL", 9, 1);

        assertThat(statuses("?status=ISSUED")).containsExactly("ISSUED");
        assertThat(statuses("?status=USED")).containsExactly("USED");
        assertThat(statuses("?status=VOID")).containsExactly("VOID");
        assertThat(statuses("?status=EXPIRED")).containsExactly("EXPIRED", "EXPIRED", "EXPIRED");
        assertThat(statuses("?status=EXPIRED&service=FUEL")).containsExactly("EXPIRED");
        assertThat(statuses("?service=FUEL")).containsExactlyInAnyOrder("EXPIRED", "VOID");
    }

    @Test
    void ofALargeWalletWhatCanBeUsedIsNeverLeftOut() {
        IntStream.range(0, Wallet.MOST).forEach(i -> has("USED", "FLOWER", 9, 1));
        IntStream.range(0, 3).forEach(i -> has("ISSUED", "FLOWER", 9, 400));

        assertThat(statuses("")).hasSize(Wallet.MOST).startsWith("ISSUED", "ISSUED", "ISSUED", "USED");
        assertThat(statuses("?status=USED")).hasSize(Wallet.MOST);
    }

    @Test
    void ofVeryManyThatCanBeUsedThoseThatExpireFirstAreShown() {
        IntStream.range(0, Wallet.MOST).forEach(i -> has("ISSUED", "FLOWER", 9, 1));
        has("ISSUED", "FLOWER", 30, 1);
        has("ISSUED", "FUEL", 1, 1);

        assertThat(statuses("?status=ISSUED")).hasSize(Wallet.MOST);
        assertThat(items("").at("/0/service").asText()).isEqualTo("FUEL");
    }

    private void has(String status, String service, int daysLeft, int daysAgo) {
        var now = clock.instant();
        jdbc.update(
                """
                insert into coupon (id, service, kind, name, face_fen, phone_digest, status, valid_until, issued_at)
                values (nextval('coupon_seq'), ?, 'DEDUCTION', '券', 3000, ?, ?, ?, ?)""",
                service,
                personalData.digest(customer.phone()),
                status,
                Timestamp.from(now.plus(Duration.ofDays(daysLeft))),
                Timestamp.from(now.minus(Duration.ofDays(daysAgo))));
    }

    private List<String> statuses(String query) {
        return StreamSupport.stream(items(query).spliterator(), false)
                .map(item -> item.get("status").asText())
                .toList();
    }

    private JsonNode items(String query) {
        return customer.api().get("/api/v1/coupons" + query).is(200).json().at("/items");
    }
}
