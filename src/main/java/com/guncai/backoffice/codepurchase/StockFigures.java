package com.guncai.backoffice.codepurchase;

import com.guncai.backoffice.coupon.CodeStock;
import com.guncai.backoffice.coupon.CouponProduct;
import com.guncai.backoffice.coupon.CouponProducts;
import com.guncai.backoffice.process.BoardFigures;
import com.guncai.backoffice.process.StaffGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** How long the stock of codes lasts, and how many were lost to their expiry lately. */
@Component
class StockFigures implements BoardFigures {
    private static final String LIST = "/staff/batches";
    private static final int SOON = 7;

    private final CouponProducts products;
    private final StockOutlook outlook;
    private final CodeStock stock;

    StockFigures(CouponProducts products, StockOutlook outlook, CodeStock stock) {
        this.products = products;
        this.outlook = outlook;
        this.stock = stock;
    }

    @Override
    public int position() {
        return 20;
    }

    @Override
    public Set<String> groups() {
        return Set.of(StaffGroup.MANAGERS.id(), "coupon-desk");
    }

    @Override
    public List<Figure> figures() {
        var figures = new ArrayList<Figure>();
        products.all().stream().filter(CouponProduct::hasCodes).forEach(product -> figures.add(lasts(product)));
        var lost = stock.discardedLately();
        figures.add(new Figure("过期弃票", lost + " 张", "近 30 天", lost == 0 ? Tone.PLAIN : Tone.WATCH, LIST));
        return figures;
    }

    private Figure lasts(CouponProduct product) {
        var now = outlook.outlook(product.id());
        var days = now.days() >= StockForecast.HORIZON ? "充足" : now.days() + " 天";
        var tone = now.days() < 1 ? Tone.ALARM : now.days() < SOON ? Tone.WATCH : Tone.PLAIN;
        var note = "现有 %d，待发 %d，在途 %d".formatted(now.available(), now.wanted(), now.onOrder());
        return new Figure(product.name() + "库存", days, note, tone, LIST);
    }
}
