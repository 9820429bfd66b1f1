package com.guncai.backoffice.aftersale;

import com.guncai.backoffice.customer.CurrentCustomer;
import com.guncai.backoffice.order.Order;
import com.guncai.backoffice.receipt.PictureBulkhead;
import com.guncai.backoffice.receipt.ReceiptPicture;
import com.guncai.backoffice.receipt.Receipts;
import java.util.List;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Service;

/** Hands in a customer's request: checks it, keeps its pictures, opens it. Nothing stays of what is refused. */
@Service
class AfterSaleSubmission {
    private final AfterSales afterSales;
    private final PictureBulkhead turns;
    private final Receipts store;

    AfterSaleSubmission(AfterSales afterSales, PictureBulkhead turns, Receipts store) {
        this.afterSales = afterSales;
        this.turns = turns;
        this.store = store;
    }

    Order submit(
            CurrentCustomer customer,
            String orderNo,
            AfterSaleRequest request,
            List<? extends InputStreamSource> files) {
        afterSales.checkMayRequest(customer, orderNo);
        var pictures = files.stream()
                .map(file -> turns.take(() -> ReceiptPicture.of(file)))
                .toList();
        return store.keepAll(pictures, kept -> afterSales.request(customer, orderNo, request, kept));
    }
}
