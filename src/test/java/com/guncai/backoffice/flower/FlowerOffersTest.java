package com.guncai.backoffice.flower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import com.guncai.backoffice.settings.StoredSettings;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** One statement reads the flower with the price of the moment, and the rules of its delivery. */
class FlowerOffersTest {
    private final JdbcTemplate jdbc = new JdbcTemplate(
            new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", ""));
    private final FlowerOffers offers = new FlowerOffers(
            jdbc, new DeliveryRules(mock(StoredSettings.class), new FlowerProperties(List.of("南宁"), 9, 20, 120, 30)));

    @BeforeEach
    void flowers() {
        jdbc.execute(
                "create table flower (id varchar(32), position integer, name varchar(40), description varchar(200),"
                        + " price_fen bigint, image_url varchar(200), offered boolean, next_price_fen bigint,"
                        + " next_price_from timestamp with time zone)");
        jdbc.execute("create table setting (list varchar(32), item varchar(64), content varchar(100))");
        jdbc.update("insert into flower values ('roses', 1, '玫瑰', '', 100, '/x', true, 200, timestamp with time zone"
                + " '2026-12-01 09:00:00+08:00'), ('tulips', 2, '郁金香', '', 300, '/y', false, null, null)");
    }

    @Test
    void aFlowerCostsWhatItCostsAtTheMoment() {
        var roses = Objects.requireNonNull(offers.of("roses").flower());

        assertThat(roses.id()).isEqualTo("roses");
        assertThat(roses.name()).isEqualTo("玫瑰");
        assertThat(roses.priceFen(Instant.parse("2026-12-01T00:59:59Z"))).isEqualTo(100);
        assertThat(roses.priceFen(Instant.parse("2026-12-01T01:00:00Z"))).isEqualTo(200);
    }

    @Test
    void theRulesAreThereWhateverIsAskedFor() {
        assertThat(offers.of("roses").rules().cities()).containsExactly("南宁");
        assertThat(offers.of("tulips").flower()).isNull();
        assertThat(offers.of("no such").flower()).isNull();
        assertThat(offers.of("no such").rules().lastHour()).isEqualTo(20);
    }
}
