package com.guncai.backoffice.coupon.batch;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.guncai.backoffice.coupon.CodeStock;
import com.guncai.backoffice.coupon.CouponProduct;
import com.guncai.backoffice.coupon.CouponProducts;
import com.guncai.backoffice.process.CardText;
import com.guncai.backoffice.process.StaffDirectory;
import com.guncai.backoffice.process.TaskCard;
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
    private static final int SAMPLES = 3;

    private final BatchIntake desk;
    private final BatchRows rows;
    private final CouponProducts products;
    private final CodeStock stock;
    private final EarlierBatches earlier;
    private final StaffDirectory staff;

    BatchCards(
            BatchIntake desk,
            BatchRows rows,
            CouponProducts products,
            CodeStock stock,
            EarlierBatches earlier,
            StaffDirectory staff) {
        this.staff = staff;
        this.desk = desk;
        this.earlier = earlier;
        this.rows = rows;
        this.products = products;
        this.stock = stock;
    }

    @Transactional(readOnly = true)
    Card of(String caseNo) {
        var batch = desk.get(caseNo);
        var product = products.get(batch.productId());
        var counts = batch.counts();
        var available = product.hasCodes() ? stock.available(product.id()) : 0;
        var owed = product.hasCodes() ? stock.owed(product.id()) : 0;
        var free = available - owed;
        var bad = rows.bad(caseNo, BAD_ROWS_SHOWN).stream()
                .map(row -> new BadRow(row.number() + "", row.shown(), row.reason()))
                .toList();
        return new Card(
                caseNo,
                text(batch.batchNo()),
                product.name(),
                batch.fileName(),
                staff.name(batch.startedBy()) + "，" + BusinessTime.text(batch.startedAt()),
                column(batch),
                batch.reading() == null ? "" : batch.reading().unusual(),
                batch.rowsRead() + " 行",
                counts.good() + " 行",
                counts.coupons() + " 张",
                Money.yuan(counts.coupons() * product.faceFen()),
                counts.bad() == 0 ? "" : counts.bad() + " 行",
                counts.discarded() == 0 ? "无" : counts.discarded() + " 张，有效期不足一个月，入库但不发放",
                product.hasCodes() ? stock(available, owed) : "这种券不用库存",
                validity(batch, product),
                isShort(batch, product, free) ? "" : stockAfter(batch, product, available),
                isShort(batch, product, free) ? "库存不够：还差 " + (counts.coupons() - free) + " 张，导入券码后再批准" : "",
                batch.boughtBy() == null
                        ? ""
                        : BoughtBy.valueOf(batch.boughtBy()).label(),
                batch.costFen() == null ? "" : Money.yuan(batch.costFen()),
                text(batch.failure()),
                bad,
                repeated(batch),
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

    /** Only while somebody is to decide: afterwards the list itself is an earlier one. */
    private String repeated(Batch batch) {
        return batch.kind() == Batch.Kind.ISSUE && batch.state() == BatchState.READY
                ? earlier.of(batch).stream().map(EarlierBatches.Overlap::text).collect(joining("；"))
                : "";
    }

    private String validity(Batch batch, CouponProduct product) {
        var otherwise = product.validDays() == null ? "" : "发放后 " + product.validDays() + " 天";
        var stated = rows.validity(batch.caseNo());
        if (stated.isEmpty()) {
            return otherwise.isEmpty() ? "以券码为准" : otherwise;
        }
        var first = BusinessTime.local(stated.get(0)).toLocalDate();
        var last = BusinessTime.local(stated.get(1)).toLocalDate();
        return (first.equals(last) ? "至 " + first : "至 " + first + "，最晚的至 " + last)
                + (otherwise.isEmpty() ? "" : "（没有写明的" + otherwise + "）");
    }

    /** Which column was read, and what stands in its first rows. */
    private String column(Batch batch) {
        var reading = batch.reading();
        if (reading == null || reading.columns().isEmpty()) {
            return "";
        }
        var samples = rows.samples(batch.caseNo(), SAMPLES).stream()
                .filter(sample -> !sample.isEmpty())
                .toList();
        return reading.columns() + (samples.isEmpty() ? "" : "，开头几行：" + String.join("、", samples));
    }

    private static String stockAfter(Batch batch, CouponProduct product, long available) {
        if (!product.hasCodes()) {
            return "";
        }
        return batch.kind() == Batch.Kind.IMPORT
                ? available + batch.counts().good() + " 张可发"
                : available - batch.counts().coupons() + " 张可发";
    }

    private static String stock(long available, long owed) {
        return available + " 张可发" + (owed == 0 ? "" : "，其中 " + owed + " 张要先补发给已付款的订单");
    }

    private static boolean isShort(Batch batch, CouponProduct product, long free) {
        return batch.kind() == Batch.Kind.ISSUE
                && product.hasCodes()
                && free < batch.counts().coupons();
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }

    /** A row that is left out, and why. */
    record BadRow(String number, String shown, String reason) {}

    /**
     * Texts ready to read; what does not apply is empty.
     *
     * @param column which column was read, with some of what stands in it
     * @param unusual what of the file is hidden, or was not read
     * @param coupons how many the good rows are about
     * @param discarded codes whose validity is too short to hand them out
     * @param stock codes that could be handed out now
     * @param stockAfter as above, once this is done
     * @param repeated how many phones got the same coupon by which earlier batch
     * @param failure why the file could not be read
     * @param rows where all rows are downloaded
     */
    record Card(
            String caseNo,
            String batchNo,
            String product,
            String file,
            String submitted,
            String column,
            String unusual,
            String total,
            String good,
            String coupons,
            String value,
            String bad,
            String discarded,
            String stock,
            String validity,
            String stockAfter,
            String shortage,
            String boughtBy,
            String cost,
            String failure,
            List<BadRow> badRows,
            String repeated,
            String badRowsNote,
            String rows) {
        /** Shown by Task_ApproveIssue. */
        @JsonProperty
        TaskCard card() {
            return figures("要下发")
                    .stop(shortage)
                    .warn("", repeated)
                    .warn("", unusual)
                    .row("批次号", batchNo)
                    .row("名单", file + "，共 " + total + "，可下发 " + good)
                    .row("手机号取自", column)
                    .row("提交", submitted)
                    .row("有效期", validity)
                    .row("兑换码库存", stock + (stockAfter.isEmpty() ? "" : "，下发后 " + stockAfter))
                    .row("编号", caseNo)
                    .list("不能处理的行", badLines());
        }

        /** Shown by Task_ConfirmImport. */
        @JsonProperty
        TaskCard importCard() {
            return figures("可入库")
                    .warn("", unusual)
                    .row("文件", file + "，共 " + total)
                    .row("券码取自", column)
                    .row("提交", submitted)
                    .row("由谁购买", boughtBy + (cost.isEmpty() ? "" : "，实付 " + cost))
                    .row("登记为弃票", discarded)
                    .row("有效期", validity)
                    .row("现有库存", stock + "，导入后 " + stockAfter)
                    .row("导入号", caseNo)
                    .list("不能处理的行", badLines());
        }

        private TaskCard figures(String of) {
            var card = TaskCard.untitled()
                    .figure("券", CardText.strong(product))
                    .figure(of, CardText.strong(coupons))
                    .figure("面值合计", CardText.strong(value))
                    .stop("文件有误：", failure);
            return bad.isEmpty()
                    ? card
                    : card.warn(CardText.plain("有 " + bad + "不能处理，会跳过。" + badRowsNote), CardText.link("下载全部明细", rows));
        }

        private List<List<CardText>> badLines() {
            return badRows.stream()
                    .map(row -> List.of(
                            CardText.plain("第 " + row.number() + " 行"),
                            CardText.plain(row.shown()),
                            CardText.plain(row.reason())))
                    .toList();
        }
    }
}
