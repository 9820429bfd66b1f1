package com.guncai.backoffice.coupon.batch;

import com.guncai.backoffice.coupon.CouponProduct;
import com.guncai.backoffice.coupon.CouponProducts;
import com.guncai.backoffice.process.UploadedFile;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.Constraint;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import com.guncai.backoffice.spreadsheet.Columns;
import com.guncai.backoffice.spreadsheet.Sheet;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What imports and issues have in common: taking a file in, reading it, deciding. */
@Service
@Transactional
class BatchIntake {
    private static final Logger log = LoggerFactory.getLogger(BatchIntake.class);
    private static final int LARGEST = 10 << 20;

    private final BatchRepository batches;
    private final BatchFiles files;
    private final BatchRows rows;
    private final BatchReader reader;
    private final CouponProducts products;
    private final Clock clock;

    BatchIntake(
            BatchRepository batches,
            BatchFiles files,
            BatchRows rows,
            BatchReader reader,
            CouponProducts products,
            Clock clock) {
        this.batches = batches;
        this.files = files;
        this.rows = rows;
        this.reader = reader;
        this.products = products;
        this.clock = clock;
    }

    /**
     * Keeps a file until its rows are read.
     *
     * @throws ProblemException {@code FILE_…} when it is not of the kind wanted, {@code BATCH_NO_USED}
     */
    void receive(Batch batch, UploadedFile file) {
        try {
            batches.saveAndFlush(batch);
        } catch (DataIntegrityViolationException violation) {
            throw Constraint.refused(violation, "coupon_batch_once")
                    ? ProblemException.conflict(
                            ProblemCode.BATCH_NO_USED, "批次号 " + batch.batchNo() + " 刚刚有人提交，重复提交不会再发")
                    : violation;
        }
        files.keep(batch.caseNo(), file.content());
    }

    /** @throws ProblemException {@code FILE_…} */
    static UploadedFile checked(@Nullable UploadedFile file, Columns columns) {
        if (file == null) {
            throw ProblemException.invalid(ProblemCode.FILE_MISSING, "请选择文件");
        }
        if (file.content().length > LARGEST) {
            throw ProblemException.invalid(ProblemCode.FILE_TOO_LARGE, "文件超过 10 MB，请只保留需要的列，或分成几个文件");
        }
        Sheet.of(file.content()).check(columns);
        return file;
    }

    /** By id, by the name that people see, or by its service while that has one. */
    CouponProduct product(@Nullable Object entered) {
        var wanted = String.valueOf(entered).strip();
        var found = products.all().stream()
                .filter(product -> product.id().equalsIgnoreCase(wanted)
                        || product.name().equals(wanted)
                        || product.service().code().equals(wanted))
                .toList();
        if (found.size() != 1) {
            throw ProblemException.invalid(ProblemCode.PRODUCT_NOT_FOUND, "没有这种券，请重新选择");
        }
        return found.get(0);
    }

    /** Reads the rows of a file; a file that breaks off is for people to see. */
    void read(String caseNo, RowReading reading) {
        try {
            var read = reader.read(caseNo, reading);
            var batch = get(caseNo);
            batch.read(read.rows(), new FileReading(read.facts(), reading.key()), rows.count(caseNo));
            batches.saveAndFlush(batch);
        } catch (ProblemException unreadable) {
            log.info("batch {} cannot be read: {}", caseNo, unreadable.code());
            var batch = get(caseNo);
            batch.unreadable(unreadable.detail());
            batches.saveAndFlush(batch);
        }
        files.forget(caseNo);
    }

    /**
     * @param batch locked
     * @param by the member of staff
     * @param reason as a form asks for it; {@code null} where none does
     * @throws ProblemException {@code DECLINE_REASON_REQUIRED}
     */
    void decline(Batch batch, @Nullable String by, @Nullable Object reason) {
        batch.declined(new BatchDecision(by, now(), DeclineReason.entered(reason)));
        drop(batch);
    }

    /** @param batch locked */
    void withdraw(Batch batch) {
        batch.withdrawn(now());
        drop(batch);
    }

    private void drop(Batch batch) {
        batches.saveAndFlush(batch);
        rows.forgetContents(batch.caseNo());
    }

    /** The batch, its row locked until the transaction ends; one of the other kind is none. */
    Batch locked(String caseNo, Batch.Kind kind) {
        return batches.findLocked(caseNo).filter(batch -> batch.kind() == kind).orElseThrow(BatchIntake::unknown);
    }

    Batch get(String caseNo) {
        return batches.findByCaseNo(caseNo).orElseThrow(BatchIntake::unknown);
    }

    void save(Batch batch) {
        batches.saveAndFlush(batch);
    }

    Instant now() {
        return BusinessTime.now(clock);
    }

    /** What a yes-or-no field says. */
    static boolean yes(@Nullable Object entered) {
        return switch (String.valueOf(entered)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw ProblemException.invalid(ProblemCode.DECISION_REQUIRED, "请选择“是”或“否”");
        };
    }

    private static ProblemException unknown() {
        return ProblemException.notFound(ProblemCode.BATCH_NOT_FOUND, "没有这一批");
    }
}
