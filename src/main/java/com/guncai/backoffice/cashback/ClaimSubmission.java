package com.guncai.backoffice.cashback;

import com.guncai.backoffice.customer.CurrentCustomer;
import com.guncai.backoffice.order.Order;
import com.guncai.backoffice.order.Placements;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Hands in a claim: checks it, keeps its picture, places the order. Nothing stays of what is refused. */
@Service
class ClaimSubmission {
    private final CashbackOffers offers;
    private final Placements placements;
    private final Receipts receipts;
    private final CashbackClaims claims;

    ClaimSubmission(CashbackOffers offers, Placements placements, Receipts receipts, CashbackClaims claims) {
        this.offers = offers;
        this.placements = placements;
        this.receipts = receipts;
        this.claims = claims;
    }

    Order submit(CurrentCustomer customer, @Nullable String idempotencyKey, ClaimRequest request, byte[] file) {
        offers.check(request);
        var payee = Payee.of(request.payee());
        var picture = ReceiptPicture.of(file);
        var whole = new Whole(request, picture.sha256());
        return placements
                .place(
                        customer,
                        idempotencyKey,
                        whole,
                        placement -> receipts.keep(
                                picture,
                                name -> claims.place(
                                        placement,
                                        request,
                                        payee,
                                        orderNo -> receipts.belongs(name, orderNo, picture))))
                .order();
    }

    /** A repeated request is the same only with the same picture. */
    record Whole(ClaimRequest request, String sha256) {
        @Override
        public String toString() {
            return "Whole[masked]";
        }
    }
}
