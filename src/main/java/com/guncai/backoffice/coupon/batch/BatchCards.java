package com.guncai.backoffice.coupon.batch;

import com.guncai.backoffice.coupon.CodeStock;
import com.guncai.backoffice.coupon.CouponProducts;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.Money;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is in a file, for whoever decides what becomes of it. */
@Component
class BatchCards {
    private static final int BAD_ROWS_SHOWN = 50;

    private final BatchDesk desk;
    private final BatchRows rows;
    private final CouponProducts products;
    private final CodeStock stock;

    BatchCards(BatchDesk desk, BatchRows rows, CouponProducts products, CodeStock stock) {
        this.desk = desk;
        this.rows = rows;
        this.products = products;
        this.stock = stock;
    }

    @Transactional(readOnly = true)
    Card of(String caseNo) {
        var batch = desk.get(caseNo);
        var product = products.get(batch.productId());
        var counts = batch.counts();
        var bad = rows.bad(caseNo, BAD_ROWS_SHOWN).stream()
                .map(row -> new BadRow(row.number() + "", row.shown(), row.reason()))
                .toList();
        return new Card(
                caseNo,
                text(batch.batchNo()),
                product.name(),
                batch.fileName(),
                batch.startedBy() + "，" + BusinessTime.text(batch.startedAt()),
                batch.rowsRead() + " 行",
                counts.good() + " 行",
                counts.coupons() + " 张",
                Money.yuan(counts.coupons() * product.faceFen()),
                counts.bad() == 0 ? "" : counts.bad() + " 行",
                counts.discarded() == 0 ? "无" : counts.discarded() + " 张，有效期不足一个月，入库但不发放",
                product.hasCodes() ? stock.available(product.id()) + " 张可发" : "这种券不用库存",
                batch.boughtBy() == null
                        ? ""
                        : BoughtBy.valueOf(batch.boughtBy()).label(),
                batch.costFen() == null ? "" : Money.yuan(batch.costFen()),
                text(batch.failure()),
                bad,
                counts.bad() > BAD_ROWS_SHOWN ? "只列出前 " + BAD_ROWS_SHOWN + " 行，全部见下载的明细" : "",
                "/staff/api/batches/" + caseNo + "/rows.xlsx");
    }

    @Transactional(readOnly = true)
    String summary(String caseNo) {
        var batch = desk.get(caseNo);
        var name = products.get(batch.productId()).name();
        return batch.kind() == Batch.Kind.IMPORT
                ? "导入 " + name + " " + (batch.counts().good() + batch.counts().discarded()) + " 张"
                : "批次 " + batch.batchNo() + "，" + name + " " + batch.counts().coupons() + " 张";
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }

    /** A row that is left out, and why. */
    record BadRow(String number, String shown, String reason) {}

    /**
     * Texts ready to read; what does not apply is empty.
     *
     * @param coupons how many the good rows are about
     * @param discarded codes whose validity is too short to hand them out
     * @param stock codes that could be handed out now
     * @param failure why the file could not be read
     * @param rows where all rows are downloaded
     */
    record Card(
            String caseNo,
            String batchNo,
            String product,
            String file,
            String submitted,
            String total,
            String good,
            String coupons,
            String value,
            String bad,
            String discarded,
            String stock,
            String boughtBy,
            String cost,
            String failure,
            List<BadRow> badRows,
            String badRowsNote,
            String rows) {}
}
