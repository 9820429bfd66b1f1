package com.guncai.backoffice.codepurchase;

import com.guncai.backoffice.coupon.CodeStock;
import com.guncai.backoffice.coupon.CodesImported;
import com.guncai.backoffice.coupon.CouponProduct;
import com.guncai.backoffice.coupon.CouponProducts;
import com.guncai.backoffice.expense.CostConfirmation;
import com.guncai.backoffice.expense.ExpenseNumber;
import com.guncai.backoffice.expense.ExpenseNumber.Work;
import com.guncai.backoffice.expense.ExpenseNumbers;
import com.guncai.backoffice.process.Deadlines;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.CaseNumbers;
import com.guncai.backoffice.shared.CompanyAccount;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps track of the codes that were asked for and ordered, so that nobody buys twice. A purchase ends when as many codes
 * as were ordered have come: those that the company bought and that can be handed out, the oldest purchase first. Whoever
 * changes the purchases of a product holds its row.
 */
@Service
@Transactional
public class PurchaseOrders {
    /** What the table of deadlines calls the wait for ordered codes. */
    private static final String WAIT = "Codes_Arrive";

    /** So many days after codes were given up nobody waits for them any more. */
    private static final int MEMORY_DAYS = 30;

    private final PurchaseOrderRepository purchases;
    private final StockOutlook care;
    private final CodeStock stock;
    private final CouponProducts products;
    private final CaseNumbers numbers;
    private final ExpenseNumbers numbersTaken;
    private final CostConfirmation costs;
    private final Deadlines deadlines;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PurchaseOrders(
            PurchaseOrderRepository purchases,
            StockOutlook care,
            CodeStock stock,
            CouponProducts products,
            CaseNumbers numbers,
            ExpenseNumbers numbersTaken,
            CostConfirmation costs,
            Deadlines deadlines,
            ApplicationEventPublisher events,
            Clock clock) {
        this.purchases = purchases;
        this.care = care;
        this.stock = stock;
        this.products = products;
        this.numbers = numbers;
        this.numbersTaken = numbersTaken;
        this.costs = costs;
        this.deadlines = deadlines;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void on(CodesImported imported) {
        if (!imported.boughtByCompany()) {
            return;
        }
        var left = imported.useful();
        var productId = imported.productId();
        for (var purchase : purchases.findByProductIdAndClosedAtIsNullOrderByRaisedAtAscPurchaseNoAsc(productId)) {
            left = purchase.arrived(left, BusinessTime.now(clock));
        }
    }

    /** Stops counting on codes that are so late that they have to be bought again. */
    void review(String productId) {
        stock.lock(productId);
        var patience = Math.toIntExact(deadlines.of(null, WAIT).due().toDays());
        for (var purchase : purchases.findByProductIdAndClosedAtIsNullOrderByRaisedAtAscPurchaseNoAsc(productId)) {
            if (isOverdue(purchase, patience + MEMORY_DAYS)) {
                purchase.closed(BusinessTime.now(clock));
            } else if (isOverdue(purchase, patience)) {
                purchase.late();
            }
        }
        purchases.flush();
    }

    private boolean isOverdue(PurchaseOrder purchase, int days) {
        var expected = purchase.expectedOn();
        return expected != null && today().isAfter(expected.plusDays(days));
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
        return opened(productId, proposal.quantity()).purchaseNo();
    }

    /**
     * The clerk ordered the codes that were asked for.
     *
     * @param quantity empty for what was proposed, or for nothing more when somebody ordered meanwhile
     * @param costConfirmed whether the clerk looked again at an amount far above the face value
     * @throws ProblemException {@code QUANTITY_INVALID}, {@code AMOUNT_INVALID}, {@code PURCHASE_NO_INVALID}, {@code
     *     PURCHASE_NO_USED}, {@code COST_UNCONFIRMED}
     */
    void order(
            String purchaseNo,
            @Nullable Object quantity,
            @Nullable Object costYuan,
            @Nullable Object externalNo,
            @Nullable Object costConfirmed) {
        var asked = get(purchaseNo);
        var bought = CodesBought.entered(quantity, costYuan, externalNo, asked.proposed());
        checkCost(stock.lock(asked.productId()), bought, costConfirmed);
        if (!asked.isOrdered()) {
            ordered(asked, bought);
        } else if (!CodesBought.isBlank(quantity)) {
            more(asked.productId(), bought);
        }
    }

    /**
     * The clerk bought codes because an order waits for some; with everything empty nothing, because some are on their way.
     *
     * @param costConfirmed whether the clerk looked again at an amount far above the face value
     * @throws ProblemException {@code QUANTITY_INVALID}, {@code AMOUNT_INVALID}, {@code PURCHASE_NO_INVALID}, {@code
     *     PURCHASE_NO_USED}, {@code COST_UNCONFIRMED}
     */
    public void buy(
            String productId,
            @Nullable Object quantity,
            @Nullable Object costYuan,
            @Nullable Object externalNo,
            @Nullable Object costConfirmed) {
        if (!CodesBought.isBlank(quantity)) {
            var bought = CodesBought.entered(quantity, costYuan, externalNo, 0);
            checkCost(stock.lock(productId), bought, costConfirmed);
            more(productId, bought);
        } else if (!CodesBought.isBlank(costYuan) || !CodesBought.isBlank(externalNo)) {
            throw ProblemException.invalid(ProblemCode.QUANTITY_INVALID, "请填写采购数量；这次没有买，三项都不填");
        }
    }

    private void checkCost(CouponProduct product, CodesBought bought, @Nullable Object confirmed) {
        costs.check(product.service(), bought.costFen(), bought.quantity() * product.faceFen(), confirmed);
    }

    private void more(String productId, CodesBought bought) {
        ordered(purchases.findByOpenFor(productId).orElseGet(() -> opened(productId, bought.quantity())), bought);
    }

    private PurchaseOrder opened(String productId, int proposed) {
        return purchases.saveAndFlush(new PurchaseOrder(numbers.next(), productId, proposed, BusinessTime.now(clock)));
    }

    private void ordered(PurchaseOrder purchase, CodesBought bought) {
        var number = bought.externalNo();
        if (number != null) {
            numbersTaken.take(
                    new ExpenseNumber(CompanyAccount.TAOPIAOPIAO, number, "采购单号", ProblemCode.PURCHASE_NO_USED),
                    new Work("采购单", purchase.purchaseNo()));
        }
        var now = BusinessTime.now(clock);
        purchase.ordered(bought, PurchaseProposal.arrival(today()), now);
        purchases.saveAndFlush(purchase);
        var cost = bought.costFen();
        if (cost != null) {
            events.publishEvent(
                    new CodesOrdered(purchase.purchaseNo(), purchase.productId(), cost, bought.externalNo(), now));
        }
    }

    PurchaseOrder get(String purchaseNo) {
        return purchases
                .findById(purchaseNo)
                .orElseThrow(() -> ProblemException.notFound(ProblemCode.PURCHASE_NOT_FOUND, "没有这张采购单"));
    }

    private LocalDate today() {
        return BusinessTime.today(clock);
    }
}
