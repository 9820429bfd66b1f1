package com.guncai.backoffice.codepurchase;

import com.guncai.backoffice.coupon.BackorderDemand;
import com.guncai.backoffice.coupon.CodeLot;
import com.guncai.backoffice.coupon.CodeStock;
import com.guncai.backoffice.shared.BusinessTime;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How the stock of a product stands, and how long it lasts. */
@Component
@Transactional(readOnly = true)
public class StockOutlook {
    /** The pace is the average of so many days. */
    static final int LOOK_BACK_DAYS = 28;

    private final CodeStock stock;
    private final BackorderDemand demand;
    private final PurchaseOrderRepository purchases;
    private final Clock clock;

    StockOutlook(CodeStock stock, BackorderDemand demand, PurchaseOrderRepository purchases, Clock clock) {
        this.stock = stock;
        this.demand = demand;
        this.purchases = purchases;
        this.clock = clock;
    }

    /**
     * @param available can be handed out now
     * @param wanted by orders that were paid
     * @param onOrder bought and not here yet
     * @param perDay codes bought a day lately. Batches are not counted: they come announced and in lumps, and one of
     *     thousands would be bought again for the month after
     * @param days how long it lasts, see {@link StockForecast#days}
     */
    public record Outlook(long available, long wanted, long onOrder, double perDay, int days) {}

    public Outlook outlook(String productId) {
        var lots = stock.lots(productId);
        var available = lots.stream().mapToLong(CodeLot::count).sum();
        var wanted = demand.of(productId);
        var onOrder =
                purchases.findByOpenFor(productId).map(PurchaseOrder::onOrder).orElse(0);
        var since = BusinessTime.now(clock).minus(Duration.ofDays(LOOK_BACK_DAYS));
        var perDay = (demand.fulfilledSince(productId, since) + wanted) / (double) LOOK_BACK_DAYS;
        var today = BusinessTime.today(clock);
        var coming = Stream.of(new StockForecast.Lot(LocalDate.MAX, onOrder));
        var all = Stream.concat(lots.stream().map(StockOutlook::lot), coming).toList();
        var days = new StockForecast(all, wanted, perDay).days(today);
        return new Outlook(available, wanted, onOrder, perDay, days);
    }

    private static StockForecast.Lot lot(CodeLot lot) {
        return new StockForecast.Lot(lot.lastDay(), lot.count());
    }
}
