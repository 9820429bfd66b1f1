package com.guncai.backoffice.coupon.batch;

import com.guncai.backoffice.coupon.CouponProduct;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import com.guncai.backoffice.shared.TypedText;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A file that somebody handed in, from the reading of its rows to what became of them. */
@Entity
@Table(name = "coupon_batch")
class Batch {
    enum Kind {
        /** Codes for the stock. */
        IMPORT,
        /** Coupons for phones. */
        ISSUE
    }

    @Id
    private String caseNo;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private @Nullable String batchNo;
    private @Nullable String claimedNo;
    private String productId;

    @Convert(converter = TypedText.class)
    private String fileName;

    @Enumerated(EnumType.STRING)
    private BatchState state;

    private @Nullable String failure;
    private @Nullable String boughtBy;
    private @Nullable Long costFen;
    private String startedBy;
    private Instant startedAt;

    @Embedded
    private @Nullable BatchDecision decision;

    private @Nullable Instant finishedAt;
    private int rowsRead;

    @Embedded
    private @Nullable FileReading reading;

    private int good;
    private int bad;
    private int discarded;
    private int coupons;

    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init")
    protected Batch() {}

    @SuppressWarnings("NullAway.Init")
    private Batch(String caseNo, Kind kind, CouponProduct product, String fileName, String startedBy, Instant now) {
        this.caseNo = caseNo;
        this.kind = kind;
        this.productId = product.id();
        this.fileName = fileName.length() <= 120 ? fileName : fileName.substring(0, 120);
        this.state = BatchState.READING;
        this.startedBy = startedBy;
        this.startedAt = now;
    }

    static Batch toIssue(
            String caseNo, String batchNo, CouponProduct product, String fileName, String startedBy, Instant now) {
        var batch = new Batch(caseNo, Kind.ISSUE, product, fileName, startedBy, now);
        batch.batchNo = batchNo;
        batch.claimedNo = GivenNumbers.claimed(batchNo);
        return batch;
    }

    static Batch toImport(
            String caseNo,
            CouponProduct product,
            BoughtBy boughtBy,
            @Nullable Long costFen,
            String fileName,
            String startedBy,
            Instant now) {
        var batch = new Batch(caseNo, Kind.IMPORT, product, fileName, startedBy, now);
        batch.boughtBy = boughtBy.name();
        batch.costFen = costFen;
        return batch;
    }

    void read(int rowsRead, FileReading reading, RowCounts counts) {
        this.rowsRead = rowsRead;
        this.reading = reading;
        state = BatchState.READY;
        count(counts);
    }

    void count(RowCounts counts) {
        good = counts.good();
        bad = counts.bad();
        discarded = counts.discarded();
        coupons = counts.coupons();
    }

    void unreadable(String why) {
        state = BatchState.UNREADABLE;
        claimedNo = null;
        failure = why;
    }

    void declined(BatchDecision why) {
        dropped(BatchState.DECLINED, why);
    }

    void withdrawn(Instant now) {
        dropped(BatchState.WITHDRAWN, new BatchDecision(startedBy, now, null));
    }

    /** @throws ProblemException {@code BATCH_STATE} once somebody has decided, or while the file is read */
    void requireUndecided() {
        require(BatchState.READY, BatchState.UNREADABLE);
    }

    private void dropped(BatchState how, BatchDecision why) {
        requireUndecided();
        state = how;
        claimedNo = null;
        decision = why;
        finishedAt = why.at();
    }

    void approved(@Nullable String by, Instant now) {
        if (state == BatchState.UNREADABLE) {
            throw ProblemException.conflict(ProblemCode.BATCH_UNREADABLE, "文件有误，不能继续，请选“否”后更正文件重新提交");
        }
        require(BatchState.READY);
        if (good + discarded == 0) {
            throw ProblemException.conflict(ProblemCode.BATCH_EMPTY, "没有一行可以处理，请选“否”后更正文件重新提交");
        }
        state = BatchState.APPROVED;
        decision = new BatchDecision(by, now, null);
    }

    /** Back to be decided again: what it needs was gone meanwhile. */
    void postponed() {
        require(BatchState.APPROVED);
        state = BatchState.READY;
    }

    void done(Instant now) {
        require(BatchState.APPROVED);
        state = BatchState.DONE;
        finishedAt = now;
    }

    private void require(BatchState... allowed) {
        for (var each : allowed) {
            if (state == each) {
                return;
            }
        }
        throw ProblemException.conflict(ProblemCode.BATCH_STATE, "这一批" + state.label() + "，不支持此操作");
    }

    String caseNo() {
        return caseNo;
    }

    Kind kind() {
        return kind;
    }

    @Nullable
    String batchNo() {
        return batchNo;
    }

    String productId() {
        return productId;
    }

    String fileName() {
        return fileName;
    }

    BatchState state() {
        return state;
    }

    /** Why the file could not be read. */
    @Nullable
    String failure() {
        return failure;
    }

    @Nullable
    String boughtBy() {
        return boughtBy;
    }

    /** What was paid for an import, in fen; {@code null} when nobody said. */
    @Nullable
    Long costFen() {
        return costFen;
    }

    String startedBy() {
        return startedBy;
    }

    Instant startedAt() {
        return startedAt;
    }

    /** Who decided what becomes of it; {@code null} while nobody has. */
    @Nullable
    BatchDecision decision() {
        return decision;
    }

    /** What of the file was read; {@code null} until it is, and for those of earlier versions. */
    @Nullable
    FileReading reading() {
        return reading;
    }

    int rowsRead() {
        return rowsRead;
    }

    RowCounts counts() {
        return new RowCounts(good, bad, discarded, coupons);
    }
}
