package com.guncai.backoffice.coupon.batch;

import com.guncai.backoffice.coupon.CouponProduct;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import com.guncai.backoffice.shared.TypedText;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
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

    enum State {
        READING("正在读取"),
        READY("等待确认"),
        UNREADABLE("文件有误"),
        DECLINED("未通过"),
        APPROVED("正在处理"),
        DONE("已完成");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** The Chinese name, fit to show. */
        String label() {
            return label;
        }
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
    private State state;

    private @Nullable String failure;
    private @Nullable String boughtBy;
    private @Nullable Long costFen;
    private String startedBy;
    private Instant startedAt;
    private @Nullable String decidedBy;
    private @Nullable Instant decidedAt;
    private @Nullable Instant finishedAt;
    private int rowsRead;
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
        this.state = State.READING;
        this.startedBy = startedBy;
        this.startedAt = now;
    }

    static Batch toIssue(
            String caseNo, String batchNo, CouponProduct product, String fileName, String startedBy, Instant now) {
        var batch = new Batch(caseNo, Kind.ISSUE, product, fileName, startedBy, now);
        batch.batchNo = batchNo;
        batch.claimedNo = claimed(batchNo);
        return batch;
    }

    /** How a batch number is compared: {@code picc-1} and {@code PICC-1} are one. */
    static String claimed(String batchNo) {
        return batchNo.toUpperCase(Locale.ROOT);
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

    void reading(int rowsRead) {
        this.rowsRead = rowsRead;
    }

    void read(RowCounts counts) {
        state = State.READY;
        count(counts);
    }

    void count(RowCounts counts) {
        good = counts.good();
        bad = counts.bad();
        discarded = counts.discarded();
        coupons = counts.coupons();
    }

    void unreadable(String why) {
        state = State.UNREADABLE;
        claimedNo = null;
        failure = why;
    }

    void declined(@Nullable String by, Instant now) {
        require(State.READY, State.UNREADABLE);
        state = State.DECLINED;
        claimedNo = null;
        decided(by, now);
        finishedAt = now;
    }

    void approved(@Nullable String by, Instant now) {
        if (state == State.UNREADABLE) {
            throw ProblemException.conflict(ProblemCode.BATCH_UNREADABLE, "文件有误，不能继续，请选“否”后更正文件重新提交");
        }
        require(State.READY);
        if (good + discarded == 0) {
            throw ProblemException.conflict(ProblemCode.BATCH_EMPTY, "没有一行可以处理，请选“否”后更正文件重新提交");
        }
        state = State.APPROVED;
        decided(by, now);
    }

    /** Back to be decided again: what it needs was gone meanwhile. */
    void postponed() {
        require(State.APPROVED);
        state = State.READY;
    }

    void done(Instant now) {
        require(State.APPROVED);
        state = State.DONE;
        finishedAt = now;
    }

    private void decided(@Nullable String by, Instant now) {
        decidedBy = by;
        decidedAt = now;
    }

    private void require(State... allowed) {
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

    State state() {
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

    int rowsRead() {
        return rowsRead;
    }

    RowCounts counts() {
        return new RowCounts(good, bad, discarded, coupons);
    }
}
