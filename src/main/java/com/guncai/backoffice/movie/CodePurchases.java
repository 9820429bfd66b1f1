package com.guncai.backoffice.movie;

import com.guncai.backoffice.coupon.CodeStock;
import com.guncai.backoffice.coupon.CouponProducts;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.CaseNumbers;
import com.guncai.backoffice.shared.Money;
import com.guncai.backoffice.shared.Problem;
import com.guncai.backoffice.shared.ReferenceNumber;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps track of the codes that were asked for and ordered, so that nobody is asked twice for the same. */
@Service
@Transactional
class CodePurchases {
    /** So many days after they were expected, codes are not counted on any more. */
    private static final int PATIENCE_DAYS = 2;

    private final CodePurchaseRepository purchases;
    private final StockCare care;
    private final CodeStock stock;
    private final CouponProducts products;
    private final CaseNumbers numbers;
    private final Clock clock;

    CodePurchases(
            CodePurchaseRepository purchases,
            StockCare care,
            CodeStock stock,
            CouponProducts products,
            CaseNumbers numbers,
            Clock clock) {
        this.purchases = purchases;
        this.care = care;
        this.stock = stock;
        this.products = products;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** Ends the purchase whose codes have arrived, or are so late that they have to be bought again. */
    void review(String productId) {
        purchases.findByOpenFor(productId).filter(this::isOver).ifPresent(purchase -> {
            purchase.closed(BusinessTime.now(clock));
            purchases.saveAndFlush(purchase);
        });
    }

    private boolean isOver(CodePurchase purchase) {
        var ordered = purchase.orderedAt();
        var expected = purchase.expectedOn();
        return ordered != null
                && expected != null
                && (stock.arrivedSince(purchase.productId(), ordered)
                        || BusinessTime.today(clock).isAfter(expected.plusDays(PATIENCE_DAYS)));
    }

    /**
     * Asks for codes that last for so many days.
     *
     * @return the number of the purchase; {@code null} when one is open already
     */
    @Nullable
    String raise(String productId, int forDays) {
        stock.lock(productId);
        if (purchases.findByOpenFor(productId).isPresent()) {
            return null;
        }
        var outlook = care.outlook(productId);
        var needed = Math.max(1, (long) Math.ceil(outlook.perDay() * forDays) + outlook.wanted() - outlook.available());
        var proposal = PurchaseProposal.of(needed, products.get(productId).faceFen());
        var purchase = new CodePurchase(numbers.next(), productId, proposal.quantity(), BusinessTime.now(clock));
        purchases.saveAndFlush(purchase);
        return purchase.purchaseNo();
    }

    /**
     * The clerk ordered the codes.
     *
     * @param quantity empty for what was proposed
     * @throws Problem {@code QUANTITY_INVALID}, {@code AMOUNT_INVALID}, {@code PURCHASE_NO_INVALID}
     */
    void order(String purchaseNo, @Nullable Object quantity, @Nullable Object costYuan, @Nullable Object externalNo) {
        var purchase = get(purchaseNo);
        var ordered = quantity == null || String.valueOf(quantity).isBlank()
                ? purchase.proposed()
                : codes(String.valueOf(quantity));
        var number = ReferenceNumber.entered(externalNo, "采购单号", "PURCHASE_NO_INVALID");
        purchase.ordered(
                ordered,
                Money.fenOfYuanIfAny(costYuan),
                number.isEmpty() ? null : number,
                PurchaseProposal.arrival(BusinessTime.today(clock)),
                BusinessTime.now(clock));
        purchases.save(purchase);
    }

    CodePurchase get(String purchaseNo) {
        return purchases.findById(purchaseNo).orElseThrow(() -> Problem.notFound("PURCHASE_NOT_FOUND", "没有这张采购单"));
    }

    private static int codes(String entered) {
        var text = entered.strip();
        if (!text.matches("[1-9]\\d{0,5}")) {
            throw Problem.invalid("QUANTITY_INVALID", "采购数量须为 1 到 999999 的整数");
        }
        return Integer.parseInt(text);
    }
}
