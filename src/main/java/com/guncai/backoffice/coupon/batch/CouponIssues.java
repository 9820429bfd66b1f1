package com.guncai.backoffice.coupon.batch;

import com.guncai.backoffice.coupon.CodeStock;
import com.guncai.backoffice.coupon.CouponProduct;
import com.guncai.backoffice.coupon.CouponProducts;
import com.guncai.backoffice.coupon.Coupons;
import com.guncai.backoffice.process.StaffDirectory;
import com.guncai.backoffice.process.UploadedFile;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.CaseNumbers;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.sql.Timestamp;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Issues coupons to the phones of a file: all of them in one transaction, and each batch number once. */
@Service
@Transactional
class CouponIssues {
    static final String FOUR_EYES = "提交人不能审批自己的批次，请由另一位主管审批";

    private final BatchIntake desk;
    private final BatchRepository batches;
    private final CouponProducts products;
    private final CodeStock stock;
    private final CaseNumbers numbers;
    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher events;
    private final StaffDirectory staff;

    CouponIssues(
            BatchIntake desk,
            BatchRepository batches,
            CouponProducts products,
            CodeStock stock,
            CaseNumbers numbers,
            JdbcTemplate jdbc,
            ApplicationEventPublisher events,
            StaffDirectory staff) {
        this.desk = desk;
        this.batches = batches;
        this.products = products;
        this.stock = stock;
        this.numbers = numbers;
        this.jdbc = jdbc;
        this.events = events;
        this.staff = staff;
    }

    /**
     * Takes a file in.
     *
     * @return the number of the case
     * @throws ProblemException {@code BATCH_NO_INVALID}, {@code BATCH_NO_USED}, {@code PRODUCT_NOT_FOUND}, {@code FILE_…}
     */
    String submit(
            @Nullable Object batchNo, @Nullable Object product, @Nullable UploadedFile file, @Nullable String by) {
        var number = number(batchNo);
        batches.findByClaimedNo(GivenNumbers.claimed(number)).ifPresent(earlier -> {
            throw ProblemException.conflict(
                    ProblemCode.BATCH_NO_USED,
                    "批次号 %s 已于 %s 由 %s 提交（%s），重复提交不会再发"
                            .formatted(
                                    number,
                                    BusinessTime.text(earlier.startedAt()),
                                    staff.name(earlier.startedBy()),
                                    earlier.state().label()));
        });
        var taken = BatchIntake.checked(file, PhoneRows.COLUMNS);
        var batch = Batch.toIssue(
                numbers.next(),
                number,
                desk.product(product),
                taken.name(),
                Objects.requireNonNullElse(by, ""),
                desk.now());
        desk.receive(batch, taken);
        return batch.caseNo();
    }

    void read(String caseNo) {
        var product = products.get(desk.get(caseNo).productId());
        desk.read(caseNo, new PhoneRows(product.hasCodes(), desk.now()));
    }

    /**
     * @throws ProblemException {@code FOUR_EYES} for who handed the file in, {@code STOCK_SHORT}, {@code BATCH_UNREADABLE},
     *     {@code BATCH_EMPTY}, {@code DECISION_REQUIRED}, {@code DECLINE_REASON_REQUIRED}
     */
    void decide(String caseNo, @Nullable Object approved, @Nullable Object declineReason, @Nullable String by) {
        var batch = desk.locked(caseNo, Batch.Kind.ISSUE);
        if (batch.startedBy().equals(by)) {
            throw ProblemException.conflict(ProblemCode.FOUR_EYES, FOUR_EYES);
        }
        if (!BatchIntake.yes(approved)) {
            desk.decline(batch, by, declineReason);
            return;
        }
        batch.approved(by, desk.now());
        if (products.get(batch.productId()).hasCodes()) {
            requireCodes(batch.productId(), batch.counts().coupons());
        }
        desk.save(batch);
    }

    /**
     * Who handed a list in takes it back while nobody has decided about it; its batch number is free again.
     *
     * @throws ProblemException {@code BATCH_NOT_YOURS}, {@code BATCH_STATE}
     */
    void withdraw(String caseNo, String by) {
        var batch = desk.get(caseNo);
        if (batch.kind() != Batch.Kind.ISSUE || !batch.startedBy().equals(by)) {
            throw ProblemException.conflict(ProblemCode.BATCH_NOT_YOURS, "只有提交人能撤回自己的批次");
        }
        batch.requireUndecided();
        events.publishEvent(new BatchWithdrawn(caseNo));
    }

    /** The case ended by it. */
    void recordWithdrawal(String caseNo) {
        desk.withdraw(desk.locked(caseNo, Batch.Kind.ISSUE));
    }

    boolean isSubmittedBy(String caseNo, String staff) {
        return desk.get(caseNo).startedBy().equals(staff);
    }

    private void requireCodes(String productId, int coupons) {
        stock.lock(productId);
        var available = stock.available(productId);
        var owed = stock.owed(productId);
        if (available - owed < coupons) {
            var has = owed == 0
                    ? "可发库存只有 %d 张".formatted(available)
                    : "可发库存 %d 张，其中 %d 张要先补发给已付款的订单".formatted(available, owed);
            throw ProblemException.conflict(ProblemCode.STOCK_SHORT, has + "，本批需要 " + coupons + " 张。请先采购并导入券码，再来批准");
        }
    }

    /**
     * Issues an approved batch. Codes that customers paid for are not touched: those may have come with the approval
     * or after it. A job that runs again after it was done issues nothing.
     *
     * @return {@code false} when codes have become short since the approval
     */
    boolean issue(String caseNo) {
        var batch = desk.locked(caseNo, Batch.Kind.ISSUE);
        if (batch.state() == BatchState.DONE) {
            return true;
        }
        var product = stock.lock(batch.productId());
        var now = desk.now();
        if (!product.hasCodes()) {
            issueWithoutCodes(caseNo, product, now);
        } else if (stock.available(product.id()) - stock.owed(product.id())
                >= batch.counts().coupons()) {
            issueCodes(batch, product, now);
        } else {
            batch.postponed();
            desk.save(batch);
            return false;
        }
        batch.done(now);
        desk.save(batch);
        return true;
    }

    private void issueWithoutCodes(String caseNo, CouponProduct product, Instant now) {
        var until = Coupons.lastSecond(now, Objects.requireNonNull(product.validDays()));
        jdbc.update(
                """
                insert into coupon (id, service, kind, name, face_fen, phone_digest, status, valid_until, issued_at,
                    product_id, batch_case_no)
                select nextval('coupon_seq'), p.service, p.kind, p.name, p.face_fen, r.digest, 'ISSUED',
                    coalesce(r.valid_until, cast(? as timestamp with time zone)),
                    cast(? as timestamp with time zone), p.id, r.case_no
                from coupon_batch_row r
                join small_number s on s.n <= r.quantity
                join coupon_product p on p.id = ?
                where r.case_no = ? and r.outcome = 'GOOD'""",
                Timestamp.from(until),
                Timestamp.from(now),
                product.id(),
                caseNo);
    }

    /** The n-th coupon of the file gets the n-th code of the stock, the earliest expiry first. */
    private void issueCodes(Batch batch, CouponProduct product, Instant now) {
        var caseNo = batch.caseNo();
        jdbc.update(
                """
                insert into coupon (id, service, kind, name, face_fen, phone_digest, status, valid_until, issued_at,
                    product_id, code_id, batch_case_no)
                select nextval('coupon_seq'), p.service, p.kind, p.name, p.face_fen, w.digest, 'ISSUED', c.valid_until,
                    cast(? as timestamp with time zone), p.id, c.id, w.case_no
                from (select r.case_no, r.digest, row_number() over (order by r.row_no, s.n) as place
                      from coupon_batch_row r join small_number s on s.n <= r.quantity
                      where r.case_no = ? and r.outcome = 'GOOD') w
                join (select k.id, k.valid_until, row_number() over (order by k.valid_until, k.id) as place
                      from coupon_code k
                      where k.product_id = ? and k.state = 'IN_STOCK'
                        and k.valid_until >= cast(? as timestamp with time zone)) c on c.place = w.place
                join coupon_product p on p.id = ?""",
                Timestamp.from(now),
                caseNo,
                product.id(),
                Timestamp.from(CodeStock.usefulUntil(now)),
                product.id());
        var issued = jdbc.update(
                """
                update coupon_code set state = 'ISSUED', issued_at = cast(? as timestamp with time zone)
                where state = 'IN_STOCK' and id in (select code_id from coupon where batch_case_no = ?)""",
                Timestamp.from(now),
                caseNo);
        if (issued != batch.counts().coupons()) {
            throw new OptimisticLockingFailureException("a code of batch " + caseNo + " is in stock no more");
        }
    }

    private static String number(@Nullable Object entered) {
        var number = entered == null
                ? ""
                : Normalizer.normalize(String.valueOf(entered), Normalizer.Form.NFKC)
                        .strip();
        if (!number.matches("[\\w\\p{IsHan}./-]{1,40}")) {
            throw ProblemException.invalid(ProblemCode.BATCH_NO_INVALID, "批次号须为 1 到 40 位字母、数字或汉字");
        }
        return number;
    }
}
