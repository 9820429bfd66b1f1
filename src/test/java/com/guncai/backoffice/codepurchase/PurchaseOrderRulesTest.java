package com.guncai.backoffice.codepurchase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Codes that are bought, from the asking to their arrival: what is on its way, what is late, what is over. */
class PurchaseOrderRulesTest {
    private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");
    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 26);

    private final PurchaseOrder purchase = new PurchaseOrder("P1", "movie-30", 167, NOON);

    @Test
    void whatIsOnlyProposedIsNotOnItsWay() {
        assertThat(purchase.purchaseNo()).isEqualTo("P1");
        assertThat(purchase.productId()).isEqualTo("movie-30");
        assertThat(purchase.proposed()).isEqualTo(167);
        assertThat(purchase.isOrdered()).isFalse();
        assertThat(purchase.expectedOn()).isNull();
        assertThat(purchase.onOrder()).isZero();
        assertThat(purchase.line()).isEqualTo("采购单 P1：建议 167 张，还没有下单");
    }

    /** The database keeps the products with an open purchase unique. */
    @Test
    void oneIsOpenAProductUntilItIsLateOrClosed() {
        assertThat(purchase).hasFieldOrPropertyWithValue("openFor", "movie-30");

        purchase.late();

        assertThat(purchase).hasFieldOrPropertyWithValue("openFor", null);
        var other = new PurchaseOrder("P2", "movie-30", 167, NOON);
        other.closed(NOON);
        assertThat(other).hasFieldOrPropertyWithValue("openFor", null);
    }

    @Test
    void whatIsOrderedIsOnItsWay() {
        ordered(170, 510_000L, "TB1");

        assertThat(purchase.isOrdered()).isTrue();
        assertThat(purchase.onOrder()).isEqualTo(170);
        assertThat(purchase.expectedOn()).isEqualTo(THURSDAY);
        assertThat(purchase.line()).isEqualTo("采购单 P1：170 张，预计 11月26日（周四） 到货");
        assertPaid(510_000L, "TB1");
    }

    @Test
    void whatIsOrderedLaterComesOnTop() {
        ordered(170, 510_000L, "TB1");
        ordered(30, 90_000L, "TB2");

        assertThat(purchase.onOrder()).isEqualTo(200);
        assertPaid(600_000L, "TB1", "TB2");
    }

    @Test
    void whatNobodySaidChangesNothing() {
        ordered(170, null, null);
        assertPaid(null);

        ordered(30, 90_000L, "TB2");
        ordered(10, null, null);

        assertPaid(90_000L, "TB2");
    }

    @Test
    void whatArrivedIsNoLongerOnItsWay() {
        ordered(170, null, null);

        assertThat(purchase.arrived(100, NOON)).isZero();

        assertThat(purchase.onOrder()).isEqualTo(70);
        assertThat(purchase.line()).isEqualTo("采购单 P1：170 张，已到 100 张，预计 11月26日（周四） 到货");
    }

    @Test
    void theLastCodeClosesIt() {
        ordered(170, null, null);
        purchase.arrived(100, NOON);
        assertOpen();

        assertThat(purchase.arrived(70, NOON)).isZero();

        assertClosed();
        assertThat(purchase.onOrder()).isZero();
    }

    @Test
    void whatIsMoreThanWasOrderedIsForOthers() {
        ordered(170, null, null);
        purchase.arrived(100, NOON);

        assertThat(purchase.arrived(100, NOON)).isEqualTo(30);

        assertClosed();
    }

    @Test
    void whileNobodySaidHowManyAreOrderedAllThatComesIsForIt() {
        assertThat(purchase.arrived(200, NOON)).isZero();
        assertOpen();

        ordered(201, null, null);
        assertThat(purchase.onOrder()).isOne();
        assertOpen();
    }

    @Test
    void codesThatCameBeforeAnybodyOrderedThemCloseIt() {
        purchase.arrived(170, NOON);

        ordered(170, null, null);

        assertClosed();
    }

    @Test
    void aLateOneIsStillWaitedFor() {
        assertThat(purchase.isLate()).isFalse();
        ordered(170, null, null);

        purchase.late();

        assertThat(purchase.isLate()).isTrue();
        assertThat(purchase.onOrder()).isEqualTo(170);
        assertThat(purchase.line()).endsWith("到货，还没到货");
    }

    @Test
    void oneThatIsClosedIsNeitherLateNorOnItsWay() {
        ordered(170, null, null);
        purchase.late();

        purchase.closed(NOON);

        assertThat(purchase.isLate()).isFalse();
        assertThat(purchase.onOrder()).isZero();
    }

    private void ordered(int quantity, Long costFen, String externalNo) {
        purchase.ordered(new CodesBought(quantity, costFen, externalNo), THURSDAY, NOON);
    }

    private void assertPaid(Long costFen, String... externalNos) {
        assertThat(purchase)
                .hasFieldOrPropertyWithValue("costFen", costFen)
                .hasFieldOrPropertyWithValue("externalNos", List.of(externalNos));
    }

    private void assertOpen() {
        assertThat(purchase).hasFieldOrPropertyWithValue("closedAt", null);
    }

    private void assertClosed() {
        assertThat(purchase).hasFieldOrPropertyWithValue("closedAt", NOON).hasFieldOrPropertyWithValue("openFor", null);
    }
}
