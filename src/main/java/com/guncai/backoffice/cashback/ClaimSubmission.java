package com.guncai.backoffice.cashback;

import com.guncai.backoffice.customer.CurrentCustomer;
import com.guncai.backoffice.order.Order;
import com.guncai.backoffice.order.Orders;
import com.guncai.backoffice.order.Placement;
import com.guncai.backoffice.order.Placements;
import com.guncai.backoffice.receipt.PictureBulkhead;
import com.guncai.backoffice.receipt.ReceiptPicture;
import com.guncai.backoffice.receipt.Receipts;
import com.guncai.backoffice.shared.Masked;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Service;

/** Hands in a claim: checks it, keeps its picture, places the order. Nothing stays of what is refused. */
@Service
class ClaimSubmission {
    private final CashbackOffers offers;
    private final Orders orders;
    private final Placements placements;
    private final PictureBulkhead turns;
    private final Receipts receipts;
    private final CashbackClaims claims;

    ClaimSubmission(
            CashbackOffers offers,
            Orders orders,
            Placements placements,
            PictureBulkhead turns,
            Receipts receipts,
            CashbackClaims claims) {
        this.offers = offers;
        this.orders = orders;
        this.placements = placements;
        this.turns = turns;
        this.receipts = receipts;
        this.claims = claims;
    }

    /**
     * A repeated request is answered with its order whatever has changed since, and costs no second drawing.
     *
     * @param receipt the file as it was sent
     */
    Order submit(
            CurrentCustomer customer,
            @Nullable String idempotencyKey,
            ClaimRequest request,
            InputStreamSource receipt) {
        var whole = new Whole(request, ReceiptPicture.sha256(receipt));
        return placements
                .place(customer, idempotencyKey, whole, placement -> orders.placedBefore(placement)
                        .orElseGet(() -> place(placement, request, receipt)))
                .order();
    }

    private Order place(Placement placement, ClaimRequest request, InputStreamSource receipt) {
        var offered = offers.checked(request);
        var payee = Payee.of(request.payee());
        var picture = turns.take(() -> ReceiptPicture.of(receipt));
        return receipts.keep(
                picture,
                name -> claims.place(placement, offered, payee, orderNo -> receipts.belongs(name, orderNo, picture)));
    }

    /** A repeated request is the same only with the same picture. */
    record Whole(ClaimRequest request, String sha256) {
        @Override
        public String toString() {
            return Masked.text(this);
        }
    }
}
