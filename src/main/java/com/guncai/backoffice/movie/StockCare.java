package com.guncai.backoffice.movie;

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
class StockCare {
    /** The pace is the average of so many days. */
    static final int LOOK_BACK_DAYS = 28;

    private final CodeStock stock;
    private final CouponOrderRepository orders;
    private final CodePurchaseRepository purchases;
    private final Clock clock;

    StockCare(CodeStock stock, CouponOrderRepository orders, CodePurchaseRepository purchases, Clock clock) {
        this.stock = stock;
        this.orders = orders;
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
    record Outlook(long available, long wanted, long onOrder, double perDay, int days) {}

    Outlook outlook(String productId) {
        var lots = stock.lots(productId);
        var available = lots.stream().mapToLong(CodeLot::count).sum();
        var wanted = orders.wanted(productId);
        var onOrder =
                purchases.findByOpenFor(productId).map(CodePurchase::onOrder).orElse(0);
        var since = BusinessTime.now(clock).minus(Duration.ofDays(LOOK_BACK_DAYS));
        var perDay = (orders.handedOutSince(productId, since) + wanted) / (double) LOOK_BACK_DAYS;
        var today = BusinessTime.today(clock);
        var coming = Stream.of(new StockForecast.Lot(LocalDate.MAX, onOrder));
        var all = Stream.concat(lots.stream().map(StockCare::lot), coming).toList();
        var days = new StockForecast(all, wanted, perDay).days(today);
        return new Outlook(available, wanted, onOrder, perDay, days);
    }

    private static StockForecast.Lot lot(CodeLot lot) {
        return new StockForecast.Lot(lot.lastDay(), lot.count());
    }
}
