package com.guncai.backoffice.coupon.batch;

import static com.guncai.backoffice.coupon.batch.BatchState.APPROVED;
import static com.guncai.backoffice.coupon.batch.BatchState.DECLINED;
import static com.guncai.backoffice.coupon.batch.BatchState.DONE;
import static com.guncai.backoffice.coupon.batch.BatchState.READING;
import static com.guncai.backoffice.coupon.batch.BatchState.READY;
import static com.guncai.backoffice.coupon.batch.BatchState.UNREADABLE;
import static com.guncai.backoffice.coupon.batch.BatchState.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.guncai.backoffice.coupon.AProduct;
import com.guncai.backoffice.shared.ProblemException;
import com.guncai.backoffice.spreadsheet.SheetFacts;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
        DECLINE(batch -> batch.declined(new BatchDecision("manager", NOON, "张数不对")), DECLINED, READY, UNREADABLE),
        WITHDRAW(batch -> batch.withdrawn(NOON), WITHDRAWN, READY, UNREADABLE),
        APPROVE(batch -> batch.approved("manager", NOON), APPROVED, READY),
        POSTPONE(Batch::postponed, READY, APPROVED),
        FINISH(batch -> batch.done(NOON), DONE, APPROVED);

        private final Consumer<Batch> action;
        private final BatchState after;
        private final Set<BatchState> allowed;

        Step(Consumer<Batch> action, BatchState after, BatchState... allowed) {
            this.action = action;
            this.after = after;
            this.allowed = Set.of(allowed);
        }
    }

    @ParameterizedTest(name = "{0} when {1}")
    @MethodSource("allowed")
    void isAllowed(Step step, BatchState before) {
        var batch = in(before);

        step.action.accept(batch);

        assertThat(batch.state()).isEqualTo(step.after);
    }

    @ParameterizedTest(name = "{0} when {1}")
    @MethodSource("refused")
    void isRefusedAndChangesNothing(Step step, BatchState before) {
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
        return Arrays.stream(Step.values()).flatMap(step -> Arrays.stream(BatchState.values())
                .filter(before -> !step.allowed.contains(before))
                .map(before -> arguments(step, before)));
    }

    @Test
    void aRefusalSaysHowFarTheBatchIs() {
        assertThat(catchThrowableOfType(ProblemException.class, () -> in(DONE).declined(
                                        new BatchDecision("manager", NOON, null)))
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
        assertThat(GivenNumbers.claimed("picc-1")).isEqualTo(GivenNumbers.claimed("PICC-1"));
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

        batch.read(7, reading(), TWO_GOOD);

        assertThat(batch.rowsRead()).isEqualTo(7);
        assertThat(batch.reading().columns()).isEqualTo("“手机”（B 列）；数量：“张数”（C 列）");
        assertThat(batch.reading().unusual())
                .isEqualTo("表格里有 7 行是隐藏的（第 3、5 等行，例如被筛选掉的），也在这一批里；还有工作表“第二批”没有读取；有隐藏的工作表“旧”没有读取");
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
                .hasFieldOrPropertyWithValue("decision.decidedBy", "manager")
                .hasFieldOrPropertyWithValue("decision.decidedAt", NOON)
                .hasFieldOrPropertyWithValue("finishedAt", null);
        assertThat(in(DECLINED))
                .hasFieldOrPropertyWithValue("decision.decidedBy", "manager")
                .hasFieldOrPropertyWithValue("decision.decisionReason", "张数不对")
                .hasFieldOrPropertyWithValue("finishedAt", NOON);
        assertThat(in(WITHDRAWN))
                .hasFieldOrPropertyWithValue("decision.decidedBy", "coupon")
                .hasFieldOrPropertyWithValue("claimedNo", null);
        assertThat(in(DONE)).hasFieldOrPropertyWithValue("finishedAt", NOON);
    }

    private static FileReading reading() {
        return new FileReading(
                new SheetFacts(
                        Map.of("手机号", "“手机”（B 列）", "数量", "“张数”（C 列）"), List.of("第二批"), List.of("旧"), List.of(3, 5), 7),
                "手机号");
    }

    private static Batch in(BatchState state) {
        var batch = Batch.toIssue("C1", "picc-1", AProduct.flower(), "phones.xlsx", "coupon", NOON);
        switch (state) {
            case READING -> {}
            case UNREADABLE -> batch.unreadable("没有手机号这一列");
            default -> batch.read(3, reading(), TWO_GOOD);
        }
        switch (state) {
            case DECLINED -> batch.declined(new BatchDecision("manager", NOON, "张数不对"));
            case WITHDRAWN -> batch.withdrawn(NOON);
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
