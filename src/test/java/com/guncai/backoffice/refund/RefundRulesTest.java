package com.guncai.backoffice.refund;

import static com.guncai.backoffice.order.AnOrder.NOON;
import static com.guncai.backoffice.refund.RefundStatus.APPROVED;
import static com.guncai.backoffice.refund.RefundStatus.BY_HAND;
import static com.guncai.backoffice.refund.RefundStatus.REFUNDED;
import static com.guncai.backoffice.refund.RefundStatus.REJECTED;
import static com.guncai.backoffice.refund.RefundStatus.REQUESTED;
import static com.guncai.backoffice.refund.RefundStatus.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.guncai.backoffice.order.AnOrder;
import com.guncai.backoffice.order.Order;
import com.guncai.backoffice.payment.RefundInstruction;
import com.guncai.backoffice.shared.ProblemException;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One refund, from the wish to the bank: which state allows what, and what it keeps of it. */
class RefundRulesTest {
    private static final Order ORDER = AnOrder.paid("O1", 15_000);

    private enum Step {
        APPROVE(refund -> refund.approved(5_000, false, null, "service", NOON), APPROVED, REQUESTED),
        REJECT(refund -> refund.rejected("已送达", "service", NOON), REJECTED, REQUESTED),
        WITHDRAW(refund -> refund.withdrawn(NOON), WITHDRAWN, REQUESTED),
        ACCEPT(refund -> refund.accepted("W1"), APPROVED, APPROVED),
        FAIL(refund -> refund.failed("USER_ACCOUNT_ABNORMAL"), BY_HAND, APPROVED),
        SETTLE(refund -> refund.succeeded("W1", NOON), REFUNDED, APPROVED, BY_HAND),
        SETTLE_AGAIN(refund -> refund.succeededAgain("W1", NOON), REFUNDED, REFUNDED),
        SETTLE_BY_HAND(refund -> refund.transferredByHand("B1", NOON), REFUNDED, BY_HAND);

        private final Consumer<Refund> action;
        private final RefundStatus after;
        private final Set<RefundStatus> allowed;

        Step(Consumer<Refund> action, RefundStatus after, RefundStatus... allowed) {
            this.action = action;
            this.after = after;
            this.allowed = Set.of(allowed);
        }
    }

    @ParameterizedTest(name = "{0} when {1}")
    @MethodSource("allowed")
    void isAllowed(Step step, RefundStatus before) {
        var refund = in(before);

        step.action.accept(refund);

        assertThat(refund.status()).isEqualTo(step.after);
    }

    @ParameterizedTest(name = "{0} when {1}")
    @MethodSource("refused")
    void isRefusedAndChangesNothing(Step step, RefundStatus before) {
        var refund = in(before);

        var refusal = catchThrowableOfType(ProblemException.class, () -> step.action.accept(refund));

        assertThat(refusal).as("%s when %s", step, before).isNotNull();
        assertThat(refusal.code()).isEqualTo("REFUND_STATE");
        assertThat(refund).usingRecursiveComparison().isEqualTo(in(before));
    }

    static Stream<Arguments> allowed() {
        return Arrays.stream(Step.values())
                .flatMap(step -> step.allowed.stream().map(before -> arguments(step, before)));
    }

    static Stream<Arguments> refused() {
        return Arrays.stream(Step.values()).flatMap(step -> Arrays.stream(RefundStatus.values())
                .filter(before -> !step.allowed.contains(before))
                .map(before -> arguments(step, before)));
    }

    @Test
    void allThatCanStillGoBackIsAskedFor() {
        var refund = requested(RefundOrigin.CUSTOMER);

        assertThat(refund.refundNo()).isEqualTo("R1");
        assertThat(refund.orderNo()).isEqualTo("O1");
        assertThat(refund.origin()).isEqualTo(RefundOrigin.CUSTOMER);
        assertThat(refund.reason()).isEqualTo("不想要了");
        assertThat(refund.requestedAt()).isEqualTo(NOON);
        assertThat(refund.requestedFen()).isEqualTo(15_000);
        assertThat(refund.refundFen()).isNull();
    }

    /** The database keeps the numbers of orders with an open refund unique. */
    @Test
    void untilItIsOverNoOtherIsOpenForTheOrder() {
        for (var open : Set.of(REQUESTED, APPROVED, BY_HAND)) {
            assertThat(in(open))
                    .hasFieldOrPropertyWithValue("openFor", "O1")
                    .hasFieldOrPropertyWithValue("closedAt", null);
        }
        for (var over : Set.of(REJECTED, WITHDRAWN, REFUNDED)) {
            assertThat(in(over))
                    .hasFieldOrPropertyWithValue("openFor", null)
                    .hasFieldOrPropertyWithValue("closedAt", NOON);
        }
        var byHand = in(BY_HAND);
        byHand.transferredByHand("B1", NOON);
        assertThat(byHand).hasFieldOrPropertyWithValue("openFor", null).hasFieldOrPropertyWithValue("closedAt", NOON);
    }

    @Test
    void aDecisionKeepsTheAmountTheNoteAndWhoMadeIt() {
        var refund = requested(RefundOrigin.CUSTOMER);

        refund.approved(5_000, false, "退差价", "service", NOON);

        assertThat(refund.agreedFen()).isEqualTo(5_000);
        assertThat(refund.refundFen()).isEqualTo(5_000);
        assertThat(refund.decisionNote()).isEqualTo("退差价");
        assertThat(refund.decidedAt()).isEqualTo(NOON);
        assertThat(refund).hasFieldOrPropertyWithValue("decidedBy", "service");
        assertThat(refund.agreed(ORDER)).isEqualTo(new RefundInstruction("R1", "O1", 5_000, 15_000));
    }

    @Test
    void aRejectionKeepsItsNoteAndNoAmount() {
        var refund = in(REJECTED);

        assertThat(refund.decisionNote()).isEqualTo("已送达");
        assertThat(refund.decidedAt()).isEqualTo(NOON);
        assertThat(refund.refundFen()).isNull();
    }

    @Test
    void whatStaffProposeIsAskedForInsteadOfAll() {
        var refund = requested(RefundOrigin.BACK_OFFICE);

        refund.proposed(1_000L, "manager");

        assertThat(refund.requestedFen()).isEqualTo(1_000);
        assertThat(refund).hasFieldOrPropertyWithValue("requestedBy", "manager");
    }

    @Test
    void whetherTheOrderEndsIsKeptFromTheDecisionOn() {
        var refund = requested(RefundOrigin.CUSTOMER);
        assertThat(refund.endsOrder()).isFalse();

        refund.approved(15_000, true, null, "service", NOON);

        assertThat(refund.endsOrder()).isTrue();
        assertThat(in(APPROVED).endsOrder()).isFalse();
    }

    @Test
    void nothingIsAgreedBeforeTheDecision() {
        var refund = requested(RefundOrigin.CUSTOMER);

        assertThat(refund.decidedAt()).isNull();
        assertThatThrownBy(refund::agreedFen).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> refund.agreed(ORDER)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whyWeChatPayWouldNotIsKept() {
        assertThat(in(BY_HAND).failure()).isEqualTo("USER_ACCOUNT_ABNORMAL");
    }

    @Test
    void whenFinanceTransfersTheFlowNumberIsKeptAndWeChatPayPaidNothing() {
        var refund = in(BY_HAND);

        refund.transferredByHand("B1", NOON);

        assertThat(refund.bankFlowNo()).isEqualTo("B1");
        assertThat(refund.wechatRefundedAt()).isNull();
    }

    @Test
    void moneyThatWeChatPaySendsAfterAllIsNoticed() {
        var refund = in(BY_HAND);
        refund.transferredByHand("B1", NOON);

        refund.succeededAgain("W1", NOON.plusSeconds(60));

        assertThat(refund.wechatRefundedAt()).isEqualTo(NOON.plusSeconds(60));
        assertThat(refund.bankFlowNo()).isEqualTo("B1");
    }

    @ParameterizedTest
    @CsvSource({"CUSTOMER, 不想要了", "LATE_PAYMENT, 不想要了", "STAFF, 暂时无法为您办理，由客服与您联系", "BACK_OFFICE, 由客服为您发起，将与您联系"})
    void whatAClerkWroteIsNotForTheCustomer(RefundOrigin origin, String reason) {
        assertThat(origin.reasonForCustomer("不想要了")).isEqualTo(reason);
    }

    private static Refund requested(RefundOrigin origin) {
        return new Refund("R1", ORDER, origin, "不想要了", NOON);
    }

    private static Refund in(RefundStatus status) {
        var refund = requested(RefundOrigin.CUSTOMER);
        switch (status) {
            case REQUESTED -> {}
            case REJECTED -> Step.REJECT.action.accept(refund);
            case WITHDRAWN -> Step.WITHDRAW.action.accept(refund);
            case APPROVED -> Step.APPROVE.action.accept(refund);
            case BY_HAND -> {
                Step.APPROVE.action.accept(refund);
                Step.FAIL.action.accept(refund);
            }
            case REFUNDED -> {
                Step.APPROVE.action.accept(refund);
                Step.SETTLE.action.accept(refund);
            }
        }
        return refund;
    }
}
