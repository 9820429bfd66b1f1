package com.guncai.backoffice.cashback;

import com.guncai.backoffice.coupon.Coupons;
import com.guncai.backoffice.customer.CurrentCustomer;
import com.guncai.backoffice.customer.Customers;
import com.guncai.backoffice.order.Order;
import com.guncai.backoffice.order.Orders;
import com.guncai.backoffice.order.Placement;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.PersonalDataCipher;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import java.time.Clock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes claims and records what reviewers and customers decide about them; {@link Transfers} pays them. */
@Service
@Transactional
class CashbackClaims {
    /** The choice of the form that explains nothing. */
    private static final String OTHER = "其他原因";

    private final CashbackClaimRepository claims;
    private final Orders orders;
    private final Coupons coupons;
    private final Customers customers;
    private final PersonalDataCipher personalData;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CashbackClaims(
            CashbackClaimRepository claims,
            Orders orders,
            Coupons coupons,
            Customers customers,
            PersonalDataCipher personalData,
            ApplicationEventPublisher events,
            Clock clock) {
        this.claims = claims;
        this.orders = orders;
        this.coupons = coupons;
        this.customers = customers;
        this.personalData = personalData;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Records a claim and holds its coupon; without a valid one it is rejected at once.
     *
     * @param receipt notes whose picture it is
     */
    Order place(Placement placement, ClaimRequest request, Payee payee, Consumer<String> receipt) {
        var claim = orders.claim(
                placement, request.service(), orderNo -> hold(placement.customer(), request, orderNo), order -> {
                    var coupon = order.couponId();
                    claims.saveAndFlush(new CashbackClaim(
                            order.orderNo(),
                            order.customerId(),
                            request,
                            coupon == null ? null : coupons.faceFen(coupon),
                            payee,
                            personalData.digest(payee.account()),
                            BusinessTime.now(clock)));
                    receipt.accept(order.orderNo());
                });
        if (claim.couponId() != null) {
            events.publishEvent(new ClaimSubmitted(claim.orderNo(), claim.service(), BusinessTime.now(clock)));
        }
        return claim;
    }

    private @Nullable Long hold(CurrentCustomer customer, ClaimRequest request, String orderNo) {
        var wallet = customers.couponOwner(customer);
        var wanted = request.couponId();
        if (wanted == null) {
            return coupons.holdCashback(wallet, request.service(), orderNo);
        }
        return coupons.holdCashback(wanted, wallet, request.service(), orderNo) ? wanted : null;
    }

    /** The receipt is good: finance may pay, but not who says so here. */
    void approve(String orderNo, @Nullable String reviewer) {
        get(orderNo).approved(reviewer);
        orders.accept(orderNo, "审核通过，等待转账");
    }

    /**
     * The receipt is not good; the coupon is the customer's again.
     *
     * @throws ProblemException {@code REJECT_REASON_REQUIRED}, {@code REJECT_NOTE_REQUIRED}, {@code TEXT_TOO_LONG}
     */
    void reject(String orderNo, @Nullable Object reason, @Nullable Object note) {
        var chosen = FormInput.text(reason, "不通过的原因", 60);
        var added = FormInput.text(note, "补充说明", 100);
        if (chosen.isEmpty()) {
            throw ProblemException.invalid(ProblemCode.REJECT_REASON_REQUIRED, "请选择“通过”，或选择不通过的原因");
        }
        if (chosen.equals(OTHER) && added.isEmpty()) {
            throw ProblemException.invalid(ProblemCode.REJECT_NOTE_REQUIRED, "选“" + OTHER + "”时请在补充说明里写清楚，用户会看到");
        }
        orders.reject(orderNo, added.isEmpty() ? chosen : chosen + "；" + added);
    }

    /**
     * The customer mends the payee after a failed transfer, and the claim goes on.
     *
     * @throws ProblemException {@code ORDER_NOT_FOUND}, {@code ORDER_STATE} unless the claim waits for it
     */
    Order correctPayee(CurrentCustomer customer, String orderNo, Payee payee) {
        var order = orders.owned(customer, orderNo);
        get(orderNo).corrected(payee, personalData.digest(payee.account()));
        orders.note(orderNo, "收款信息已更正，等待转账");
        events.publishEvent(new PayeeCorrected(orderNo));
        return order;
    }

    /** Customer service reached the customer, who will correct the payee. */
    void keepWaiting(String orderNo) {
        orders.note(orderNo, "客服已与您联系，请更正收款信息");
    }

    /** The customer told customer service that they no longer want the money. */
    void giveUp(String orderNo) {
        get(orderNo).givenUp();
        orders.reject(orderNo, "收款信息未更正，已与您确认取消返现");
    }

    @Transactional(readOnly = true)
    CashbackClaim get(String orderNo) {
        return claims.findById(orderNo)
                .orElseThrow(() -> ProblemException.notFound(ProblemCode.ORDER_NOT_FOUND, "订单不存在"));
    }
}
