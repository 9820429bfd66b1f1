package com.guncai.backoffice.coupon.batch;

import static com.guncai.backoffice.coupon.batch.Batch.State.APPROVED;
import static com.guncai.backoffice.coupon.batch.Batch.State.DECLINED;
import static com.guncai.backoffice.coupon.batch.Batch.State.DONE;
import static com.guncai.backoffice.coupon.batch.Batch.State.READING;
import static com.guncai.backoffice.coupon.batch.Batch.State.READY;
import static com.guncai.backoffice.coupon.batch.Batch.State.UNREADABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.guncai.backoffice.coupon.AProduct;
import com.guncai.backoffice.shared.ProblemException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A file that was handed in: who may decide what in which state, and when its number is free again. */
class BatchRulesTest {
    private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");
    private static final RowCounts TWO_GOOD = new RowCounts(2, 1, 0, 3);

    private enum Step {
        DECLINE(batch -> batch.declined("manager", NOON), DECLINED, READY, UNREADABLE),
        APPROVE(batch -> batch.approved("manager", NOON), APPROVED, READY),
        POSTPONE(Batch::postponed, READY, APPROVED),
        FINISH(batch -> batch.done(NOON), DONE, APPROVED);

        private final Consumer<Batch> action;
        private final Batch.State after;
        private final Set<Batch.State> allowed;

        Step(Consumer<Batch> action, Batch.State after, Batch.State... allowed) {
            this.action = action;
            this.after = after;
            this.allowed = Set.of(allowed);
        }
    }

    @ParameterizedTest(name = "{0} when {1}")
    @MethodSource("allowed")
    void isAllowed(Step step, Batch.State before) {
        var batch = in(before);

        step.action.accept(batch);

        assertThat(batch.state()).isEqualTo(step.after);
    }

    @ParameterizedTest(name = "{0} when {1}")
    @MethodSource("refused")
    void isRefusedAndChangesNothing(Step step, Batch.State before) {
        var batch = in(before);

        var refusal = catchThrowableOfType(ProblemException.class, () -> step.action.accept(batch));

        assertThat(refusal).as("%s when %s", step, before).isNotNull();
        assertThat(refusal.code())
                .isEqualTo(step == Step.APPROVE && before == UNREADABLE ? "BATCH_UNREADABLE" : "BATCH_STATE");
        assertThat(batch).usingRecursiveComparison().isEqualTo(in(before));
    }

    static Stream<Arguments> allowed() {
        return Arrays.stream(Step.values())
                .flatMap(step -> step.allowed.stream().map(before -> arguments(step, before)));
    }

    static Stream<Arguments> refused() {
        return Arrays.stream(Step.values()).flatMap(step -> Arrays.stream(Batch.State.values())
                .filter(before -> !step.allowed.contains(before))
                .map(before -> arguments(step, before)));
    }

    @Test
    void aRefusalSaysHowFarTheBatchIs() {
        assertThat(catchThrowableOfType(ProblemException.class, () -> in(DONE).declined("manager", NOON))
                        .detail())
                .isEqualTo("这一批已完成，不支持此操作");
    }

    @Test
    void anIssueIsKnownByItsNumberHoweverItIsWritten() {
        var batch = in(READING);

        assertThat(batch.kind()).isEqualTo(Batch.Kind.ISSUE);
        assertThat(batch.caseNo()).isEqualTo("C1");
        assertThat(batch.batchNo()).isEqualTo("picc-1");
        assertThat(batch.productId()).isEqualTo("flower-30");
        assertThat(batch.startedBy()).isEqualTo("coupon");
        assertThat(batch.startedAt()).isEqualTo(NOON);
        assertThat(Batch.claimed("picc-1")).isEqualTo(Batch.claimed("PICC-1"));
        assertThat(batch).hasFieldOrPropertyWithValue("claimedNo", "PICC-1");
    }

    /** The database keeps claimed numbers unique. */
    @Test
    void theNumberOfABatchThatIssuedNothingIsFreeAgain() {
        assertThat(in(UNREADABLE)).hasFieldOrPropertyWithValue("claimedNo", null);
        assertThat(in(DECLINED)).hasFieldOrPropertyWithValue("claimedNo", null);
        assertThat(in(DONE)).hasFieldOrPropertyWithValue("claimedNo", "PICC-1");
    }

    @Test
    void anImportKnowsWhoPaidHowMuchAndHasNoNumber() {
        var batch = Batch.toImport("C1", AProduct.movie(), BoughtBy.COMPANY, 300_000L, "codes.csv", "coupon", NOON);

        assertThat(batch.kind()).isEqualTo(Batch.Kind.IMPORT);
        assertThat(batch.state()).isEqualTo(READING);
        assertThat(batch.boughtBy()).isEqualTo("COMPANY");
        assertThat(batch.costFen()).isEqualTo(300_000);
        assertThat(batch.batchNo()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"119, 119", "120, 120", "121, 120"})
    void ofALongFileNameTheBeginningIsKept(int length, int kept) {
        var batch = Batch.toIssue("C1", "picc-1", AProduct.flower(), "x".repeat(length), "coupon", NOON);

        assertThat(batch.fileName()).isEqualTo("x".repeat(kept));
    }

    @Test
    void whatWasReadIsCounted() {
        var batch = in(READING);
        batch.reading(7);
        assertThat(batch.rowsRead()).isEqualTo(7);
        assertThat(batch.state()).isEqualTo(READING);

        batch.read(TWO_GOOD);

        assertThat(batch.state()).isEqualTo(READY);
        assertThat(batch.counts()).isEqualTo(TWO_GOOD);
    }

    @Test
    void whyItCouldNotBeReadIsKept() {
        assertThat(in(UNREADABLE).failure()).isEqualTo("没有手机号这一列");
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "0, 1", "2, 2"})
    void aCodeThatIsDiscardedIsARowToDealWithToo(int good, int discarded) {
        var batch = in(READY);
        batch.count(new RowCounts(good, 5, discarded, good));

        batch.approved("manager", NOON);

        assertThat(batch.state()).isEqualTo(APPROVED);
    }

    @Test
    void nothingToDealWithIsNotApproved() {
        var batch = in(READY);
        batch.count(new RowCounts(0, 5, 0, 0));

        assertThat(catchThrowableOfType(ProblemException.class, () -> batch.approved("manager", NOON))
                        .code())
                .isEqualTo("BATCH_EMPTY");
        assertThat(batch.state()).isEqualTo(READY);
    }

    @Test
    void whoDecidedAndWhenItWasOverAreKept() {
        assertThat(in(APPROVED))
                .hasFieldOrPropertyWithValue("decidedBy", "manager")
                .hasFieldOrPropertyWithValue("decidedAt", NOON)
                .hasFieldOrPropertyWithValue("finishedAt", null);
        assertThat(in(DECLINED))
                .hasFieldOrPropertyWithValue("decidedBy", "manager")
                .hasFieldOrPropertyWithValue("finishedAt", NOON);
        assertThat(in(DONE)).hasFieldOrPropertyWithValue("finishedAt", NOON);
    }

    private static Batch in(Batch.State state) {
        var batch = Batch.toIssue("C1", "picc-1", AProduct.flower(), "phones.xlsx", "coupon", NOON);
        switch (state) {
            case READING -> {}
            case UNREADABLE -> batch.unreadable("没有手机号这一列");
            default -> batch.read(TWO_GOOD);
        }
        switch (state) {
            case DECLINED -> batch.declined("manager", NOON);
            case APPROVED -> batch.approved("manager", NOON);
            case DONE -> {
                batch.approved("manager", NOON);
                batch.done(NOON);
            }
            default -> {}
        }
        return batch;
    }
}
