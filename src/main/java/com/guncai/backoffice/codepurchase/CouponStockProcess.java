package com.guncai.backoffice.codepurchase;

import com.guncai.backoffice.coupon.CodeStock;
import com.guncai.backoffice.coupon.CouponProduct;
import com.guncai.backoffice.coupon.CouponProducts;
import com.guncai.backoffice.process.CaseProcess;
import com.guncai.backoffice.process.ModelAction;
import com.guncai.backoffice.process.Processes;
import com.guncai.backoffice.process.TaskFormData;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.NonRetryableException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Connects the codepurchase module with processes/CouponStockProcess.bpmn; public for its expressions. */
@Component
public class CouponStockProcess implements CaseProcess {
    private static final Logger log = LoggerFactory.getLogger(CouponStockProcess.class);

    private final Processes processes;
    private final CouponProducts products;
    private final CodeStock stock;
    private final StockOutlook care;
    private final PurchaseOrders purchases;
    private final PurchaseOrderCards cards;
    private final MeterRegistry meters;
    private final Clock clock;

    CouponStockProcess(
            Processes processes,
            CouponProducts products,
            CodeStock stock,
            StockOutlook care,
            PurchaseOrders purchases,
            PurchaseOrderCards cards,
            MeterRegistry meters,
            Clock clock) {
        this.processes = processes;
        this.products = products;
        this.stock = stock;
        this.care = care;
        this.purchases = purchases;
        this.cards = cards;
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public Map<String, List<@Nullable Object>> sampleStart() {
        return Map.of("productId", List.of("movie-30"));
    }

    @Override
    public Set<String> formFields() {
        return Set.of("orderedQuantity", "purchaseCostYuan", "purchaseOrderNo", "costConfirmed");
    }

    @Override
    public Set<String> candidateGroups() {
        return Set.of("coupon-desk");
    }

    @Override
    public Set<String> caseNumbers() {
        return Set.of(Processes.ORDER_NO, "productId");
    }

    /** Task_DiscardCodes: codes with less than a month left become 弃票. */
    @ModelAction
    public void discard() {
        var discarded = stock.discard();
        meters.counter("codes.discarded").increment(discarded);
        log.info("{} codes discarded: less than a month of validity left", discarded);
    }

    /** Task_ReviewProducts: a case for each product that has codes. */
    @ModelAction
    public void reviewProducts() {
        var today = BusinessTime.today(clock);
        products.all().stream()
                .filter(CouponProduct::hasCodes)
                .map(product -> new ProductDue(product.id()))
                .forEach(due ->
                        processes.startWith(due, due.productId() + "-" + today, Map.of("productId", due.productId())));
    }

    /** Task_ForecastStock: for how many days everybody will get a code, with what is on its way. */
    @ModelAction
    public int daysOfStock(String productId) {
        purchases.review(productId);
        return care.outlook(productId).days();
    }

    /**
     * Gateway_RestockDue.
     *
     * @param orderForDays what the table says
     * @throws NonRetryableException when it says nothing that codes can be bought by
     */
    @ModelAction
    public boolean isRestockDue(String productId, @Nullable Object orderForDays) {
        if (orderForDays instanceof Number days && CodeRestockDecision.ORDER_FOR_DAYS.isUsable(days)) {
            return days.intValue() > 0;
        }
        throw new NonRetryableException("“采购时机”表没有说 %s 要买几天的量（%s）：改好表、部署，再重试".formatted(productId, orderForDays));
    }

    /** Task_RaisePurchase: the number of the purchase to make; {@code null} when one is under way already. */
    @ModelAction
    public @Nullable String raise(String productId, int orderForDays) {
        return purchases.raise(productId, orderForDays);
    }

    /** As below, in diagrams of before the question about the amount: their form cannot answer it. */
    @ModelAction
    public void order(
            String purchaseNo,
            @Nullable Object orderedQuantity,
            @Nullable Object purchaseCostYuan,
            @Nullable Object purchaseOrderNo) {
        order(purchaseNo, orderedQuantity, purchaseCostYuan, purchaseOrderNo, true);
    }

    /** Task_RecordPurchase: what the clerk ordered. */
    @ModelAction
    public void order(
            String purchaseNo,
            @Nullable Object orderedQuantity,
            @Nullable Object purchaseCostYuan,
            @Nullable Object purchaseOrderNo,
            @Nullable Object costConfirmed) {
        purchases.order(purchaseNo, orderedQuantity, purchaseCostYuan, purchaseOrderNo, costConfirmed);
    }

    /** What the form shows. */
    @ModelAction
    public TaskFormData card(String purchaseNo) {
        return processes.card(this, purchaseNo);
    }

    /** The purchase in a line, for the list of tasks. */
    @ModelAction
    public String summary(String purchaseNo) {
        return cards.summary(purchaseNo);
    }

    @Override
    public Object cardContent(String purchaseNo) {
        return cards.of(purchaseNo);
    }
}
