package com.guncai.backoffice.ledger;

import com.guncai.backoffice.codepurchase.CodesOrdered;
import com.guncai.backoffice.coupon.CodeUsed;
import com.guncai.backoffice.coupon.CodesDiscarded;
import com.guncai.backoffice.coupon.CodesImported;
import com.guncai.backoffice.coupon.Coupon;
import com.guncai.backoffice.coupon.CouponProducts;
import com.guncai.backoffice.shared.CompanyAccount;
import com.guncai.backoffice.shared.ServiceCode;
import java.time.Instant;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What codes cost: paid when they are ordered, in stock when they come, spent when somebody sees one or it gets too old. Codes
 * that the company bought and PICC issued are on PICC's account, at their cost, when they are used.
 */
@Component
class CodePostings {
    private final Ledger ledger;
    private final CouponProducts products;

    CodePostings(Ledger ledger, CouponProducts products) {
        this.ledger = ledger;
        this.products = products;
    }

    @EventListener
    void on(CodesOrdered ordered) {
        var number = ordered.externalNo();
        var part = number == null ? String.valueOf(ordered.at().toEpochMilli()) : number;
        ledger.post(
                of(Fact.CODES_ORDERED, ordered.purchaseNo() + "/" + part, service(ordered.productId()), ordered.at())
                        .externalNo(number)
                        .debit(Account.CODES_ORDERED, ordered.costFen())
                        .credit(Account.of(CompanyAccount.TAOPIAOPIAO), ordered.costFen()));
    }

    @EventListener
    void on(CodesImported imported) {
        if (imported.costFen() == 0) {
            return;
        }
        var service = service(imported.productId());
        ledger.post(of(Fact.CODES_RECEIVED, imported.importNo(), service, imported.at())
                .debit(Account.CODE_STOCK, imported.costFen())
                .credit(Account.CODES_ORDERED, imported.costFen()));
        discarded(imported.importNo(), service, imported.discardedFen(), imported.at());
    }

    @EventListener
    void on(CodesDiscarded discarded) {
        discarded(
                discarded.importNo() + "/" + discarded.at().toEpochMilli(),
                service(discarded.productId()),
                discarded.costFen(),
                discarded.at());
    }

    private void discarded(String reference, ServiceCode service, long fen, Instant at) {
        ledger.post(of(Fact.CODES_DISCARDED, reference, service, at)
                .debit(Account.discarded(service), fen)
                .credit(Account.CODE_STOCK, fen));
    }

    @EventListener
    void on(CodeUsed used) {
        var reference = "coupon/" + used.couponId();
        ledger.post(of(Fact.CODE_USED, reference, used.service(), used.at())
                .coupon(used.couponId())
                .debit(Account.cost(used.service()), used.costFen())
                .credit(Account.CODE_STOCK, used.costFen()));
        if (!used.bought()) {
            ledger.post(of(Fact.COUPON_REDEEMED, reference, used.service(), used.at())
                    .coupon(used.couponId())
                    .debit(Account.picc(Coupon.Kind.CODE), used.costFen())
                    .credit(Account.revenue(used.service()), used.costFen()));
        }
    }

    private ServiceCode service(String productId) {
        return products.get(productId).service();
    }

    private static Posting of(Fact fact, String reference, ServiceCode service, Instant at) {
        return Posting.of(fact, reference, at, fact.label() + " " + service.label())
                .service(service);
    }
}
