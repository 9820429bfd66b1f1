package com.guncai.backoffice.coupon.batch;

import com.guncai.backoffice.coupon.CodeStock;
import com.guncai.backoffice.coupon.CodesImported;
import com.guncai.backoffice.coupon.CouponProducts;
import com.guncai.backoffice.process.UploadedFile;
import com.guncai.backoffice.shared.CaseNumbers;
import com.guncai.backoffice.shared.Money;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes bought codes into the stock: all of a file in one transaction, none of them twice. */
@Service
@Transactional
class CodeImports {
    private final BatchIntake desk;
    private final BatchRows rows;
    private final CouponProducts products;
    private final CodeStock stock;
    private final CaseNumbers numbers;
    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher events;

    CodeImports(
            BatchIntake desk,
            BatchRows rows,
            CouponProducts products,
            CodeStock stock,
            CaseNumbers numbers,
            JdbcTemplate jdbc,
            ApplicationEventPublisher events) {
        this.desk = desk;
        this.rows = rows;
        this.products = products;
        this.stock = stock;
        this.numbers = numbers;
        this.jdbc = jdbc;
        this.events = events;
    }

    /**
     * Takes a file in.
     *
     * @param costYuan what was paid for all of it; may be empty
     * @return the number of the case
     * @throws ProblemException {@code PRODUCT_WITHOUT_CODES}, {@code BOUGHT_BY_INVALID}, {@code AMOUNT_INVALID}, {@code FILE_…}
     */
    String submit(
            @Nullable Object product,
            @Nullable Object boughtBy,
            @Nullable Object costYuan,
            @Nullable UploadedFile file,
            @Nullable String by) {
        var imported = desk.product(product);
        if (!imported.hasCodes()) {
            throw ProblemException.invalid(ProblemCode.PRODUCT_WITHOUT_CODES, imported.name() + "没有券码，不用导入");
        }
        var buyer = BoughtBy.entered(boughtBy);
        var taken = BatchIntake.checked(file, CodeRows.COLUMNS);
        var batch = Batch.toImport(
                numbers.next(),
                imported,
                buyer,
                Money.fenOfYuanIfAny(costYuan),
                taken.name(),
                Objects.requireNonNullElse(by, ""),
                desk.now());
        desk.receive(batch, taken);
        return batch.caseNo();
    }

    void read(String caseNo) {
        var product = products.get(desk.get(caseNo).productId());
        desk.read(caseNo, new CodeRows(product.faceFen(), desk.now()));
    }

    /**
     * @throws ProblemException {@code BATCH_UNREADABLE}, {@code BATCH_EMPTY}, {@code DECISION_REQUIRED}
     */
    void decide(String caseNo, @Nullable Object confirmed, @Nullable String by) {
        var batch = desk.locked(caseNo, Batch.Kind.IMPORT);
        if (!BatchIntake.yes(confirmed)) {
            desk.decline(batch, by, null);
            return;
        }
        batch.approved(by, desk.now());
        desk.save(batch);
    }

    /**
     * Puts the codes of a confirmed file into the stock; what another import brought meanwhile is left out. A job that runs
     * again after it was done imports nothing.
     *
     * @return the product's id
     */
    String importCodes(String caseNo) {
        var batch = desk.locked(caseNo, Batch.Kind.IMPORT);
        if (batch.state() == BatchState.DONE) {
            return batch.productId();
        }
        var now = desk.now();
        stock.lock(batch.productId());
        jdbc.update(
                """
                update coupon_batch_row set outcome = 'BAD', reason = '这个券码以前导入过'
                where case_no = ? and outcome <> 'BAD' and digest in (select code_digest from coupon_code)""",
                caseNo);
        jdbc.update(
                """
                insert into coupon_code (id, product_id, import_no, code, code_digest, valid_until, state, imported_at,
                    discarded_at, cost_fen)
                select nextval('coupon_code_seq'), b.product_id, b.case_no, r.content, r.digest, r.valid_until,
                    case when r.outcome = 'SHORT' then 'DISCARDED' else 'IN_STOCK' end,
                    cast(? as timestamp with time zone),
                    case when r.outcome = 'SHORT' then cast(? as timestamp with time zone) end,
                    case when b.bought_by = ? then b.cost_fen * r.place / r.codes - b.cost_fen * (r.place - 1) / r.codes end
                from (select case_no, content, digest, valid_until, outcome, row_number() over (order by row_no) as place,
                          count(*) over () as codes
                      from coupon_batch_row where case_no = ? and outcome in ('GOOD', 'SHORT')) r
                join coupon_batch b on b.case_no = r.case_no""",
                Timestamp.from(now),
                Timestamp.from(now),
                BoughtBy.COMPANY.name(),
                caseNo);
        rows.forgetContents(caseNo);
        batch.count(rows.count(caseNo));
        batch.done(now);
        desk.save(batch);
        announce(batch, now);
        return batch.productId();
    }

    private void announce(Batch batch, Instant now) {
        var costs = Objects.requireNonNull(jdbc.queryForObject(
                """
                select coalesce(sum(cost_fen), 0), coalesce(sum(case when state = 'DISCARDED' then cost_fen end), 0)
                from coupon_code where import_no = ?""",
                (row, number) -> new long[] {row.getLong(1), row.getLong(2)},
                batch.caseNo()));
        events.publishEvent(new CodesImported(
                batch.caseNo(),
                batch.productId(),
                batch.counts().good(),
                BoughtBy.COMPANY.name().equals(batch.boughtBy()),
                costs[0],
                costs[1],
                now));
    }
}
