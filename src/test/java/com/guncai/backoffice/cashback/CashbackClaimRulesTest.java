package com.guncai.backoffice.cashback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.guncai.backoffice.shared.ProblemException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a claim keeps, who may pay it, and when its payee may be corrected. */
class CashbackClaimRulesTest {
    private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");
    private static final Payee PAYEE = payee("13800138000");
    private static final Payee CORRECTED = payee("13800138001");

    private final CashbackClaim claim = claim("小桔充电", "快充");

    @Test
    void aClaimKeepsWhatWasSpentAndWhatItsCouponPaysBack() {
        assertThat(claim.orderNo()).isEqualTo("O1");
        assertThat(claim.customerId()).isEqualTo(42);
        assertThat(claim.service()).isEqualTo(CashbackServices.EV_CHARGE);
        assertThat(claim.brand()).isEqualTo("小桔充电");
        assertThat(claim.item()).isEqualTo("快充");
        assertThat(claim.spentFen()).isEqualTo(20_000);
        assertThat(claim.faceFen()).isEqualTo(5_000);
        assertThat(claim.payee()).isSameAs(PAYEE);
        assertThat(claim.payeeDigest()).isEqualTo("digest-1");
        assertThat(claim.submittedAt()).isEqualTo(NOON);
        assertThat(claim.isAwaitingPayee()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"小桔充电, 快充, 小桔充电　快充", "小桔充电, , 小桔充电", ", 快充, 快充", ", , ''"})
    void brandAndItemAreNamedAsFarAsThereAreAny(String brand, String item, String choice) {
        assertThat(claim(brand, item).choice()).isEqualTo(choice);
    }

    @Test
    void whoReviewedAClaimMayNotPayIt() {
        claim.approved("review");

        assertThat(claim.reviewer()).isEqualTo("review");
        assertThat(claim.wasReviewedBy("review")).isTrue();
        assertThat(claim.wasReviewedBy("finance")).isFalse();
    }

    @Test
    void nobodyIsNotTheReviewer() {
        assertThat(claim.wasReviewedBy(null)).isFalse();

        claim.approved(null);

        assertThat(claim.wasReviewedBy(null)).isFalse();
        assertThat(claim.wasReviewedBy("finance")).isFalse();
    }

    @Test
    void aTransferKeepsItsNumberWhoMadeItAndWhen() {
        claim.transferred("T1", "finance", NOON);

        assertThat(claim.transferNo()).isEqualTo("T1");
        assertThat(claim)
                .hasFieldOrPropertyWithValue("payer", "finance")
                .hasFieldOrPropertyWithValue("transferredAt", NOON);
    }

    @Test
    void aPayeeIsNotCorrectedUnlessATransferFailed() {
        assertRefusesAnotherPayee();
    }

    @Test
    void afterAFailedTransferThePayeeMayBeCorrectedOnce() {
        claim.failed("账号不存在");
        assertThat(claim.isAwaitingPayee()).isTrue();
        assertThat(claim.failureReason()).isEqualTo("账号不存在");

        claim.corrected(CORRECTED, "digest-2");

        assertThat(claim.payee()).isSameAs(CORRECTED);
        assertThat(claim.payeeDigest()).isEqualTo("digest-2");
        assertThat(claim.isAwaitingPayee()).isFalse();
        assertThat(catchThrowableOfType(ProblemException.class, () -> claim.corrected(PAYEE, "digest-1"))
                        .code())
                .isEqualTo("ORDER_STATE");
        assertThat(claim.payee()).isSameAs(CORRECTED);
    }

    @Test
    void whyATransferFailedIsKeptWhenALaterOneSucceeds() {
        claim.failed("账号不存在");
        claim.corrected(CORRECTED, "digest-2");
        claim.transferred("T2", "finance", NOON);

        assertThat(claim.failureReason()).isEqualTo("账号不存在");
    }

    @Test
    void aClaimThatIsGivenUpTakesNoCorrectionAnyMore() {
        claim.failed("账号不存在");

        claim.givenUp();

        assertThat(claim.isAwaitingPayee()).isFalse();
        assertRefusesAnotherPayee();
    }

    private void assertRefusesAnotherPayee() {
        assertThat(catchThrowableOfType(ProblemException.class, () -> claim.corrected(CORRECTED, "digest-2"))
                        .code())
                .isEqualTo("ORDER_STATE");
        assertThat(claim.payee()).isSameAs(PAYEE);
        assertThat(claim.payeeDigest()).isEqualTo("digest-1");
    }

    private static CashbackClaim claim(String brand, String item) {
        var request = new ClaimRequest(CashbackServices.EV_CHARGE, brand, item, 20_000L, null, null);
        return new CashbackClaim("O1", 42, request, 5_000L, PAYEE, "digest-1", NOON);
    }

    private static Payee payee(String account) {
        return Payee.of(new PayeeRequest(account, null, null, null, "13900000003"));
    }
}
