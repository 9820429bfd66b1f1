package com.guncai.backoffice.cashback;

import com.guncai.backoffice.coupon.Coupons;
import com.guncai.backoffice.expense.ExpenseNumber;
import com.guncai.backoffice.expense.ExpenseNumber.Work;
import com.guncai.backoffice.expense.ExpenseNumbers;
import com.guncai.backoffice.order.Orders;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.CompanyAccount;
import com.guncai.backoffice.shared.Money;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import com.guncai.backoffice.shared.ReferenceNumber;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records what finance did about approved claims. Four eyes: who reviewed a claim neither pays it nor says that it failed. */
@Service
@Transactional
class Transfers {
    static final String FOUR_EYES = "这笔申请是您审核的，不能由您转账，请交给另一位同事";

    private final CashbackClaimRepository claims;
    private final Orders orders;
    private final Coupons coupons;
    private final ExpenseNumbers numbers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Transfers(
            CashbackClaimRepository claims,
            Orders orders,
            Coupons coupons,
            ExpenseNumbers numbers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.claims = claims;
        this.orders = orders;
        this.coupons = coupons;
        this.numbers = numbers;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The money is on its way: the coupon is used, the order completed, and the ledger told.
     *
     * @param payer user id of who transferred it
     * @throws ProblemException {@code FOUR_EYES}, {@code TRANSFER_NO_REQUIRED}, {@code TRANSFER_NO_INVALID}, {@code TRANSFER_NO_USED},
     *     {@code TEXT_TOO_LONG}
     */
    void done(String orderNo, @Nullable Object transferNo, @Nullable String payer) {
        var number = ReferenceNumber.entered(transferNo, "转账流水号", ProblemCode.TRANSFER_NO_INVALID)
                .toUpperCase(Locale.ROOT);
        if (number.isEmpty()) {
            throw ProblemException.invalid(ProblemCode.TRANSFER_NO_REQUIRED, "请填写转账流水号");
        }
        var order = orders.locked(orderNo);
        var claim = payable(orderNo, payer);
        if (claim.payee().isNamedIn(number)) {
            throw ProblemException.invalid(ProblemCode.TRANSFER_NO_INVALID, "这是收款人的账号或电话，请填写转账后得到的流水号");
        }
        var paidFrom = claim.payee().isAlipay() ? CompanyAccount.ALIPAY : CompanyAccount.BANK;
        numbers.take(new ExpenseNumber(paidFrom, number, "转账流水号", ProblemCode.TRANSFER_NO_USED), Work.order(orderNo));
        var now = BusinessTime.now(clock);
        claim.transferred(number, payer, now);
        coupons.use(Objects.requireNonNull(order.couponId()), orderNo);
        var fen = Objects.requireNonNull(claim.faceFen());
        orders.complete(orderNo, "返现 " + Money.yuan(fen) + " 已转出");
        events.publishEvent(new CashbackTransferred(orderNo, claim.service(), fen, paidFrom, number, now));
    }

    /**
     * The money could not be sent: the customer has to correct the payee.
     *
     * @throws ProblemException {@code FOUR_EYES}, {@code FAILURE_REASON_REQUIRED}, {@code FAILURE_REASON_INVALID},
     *     {@code TEXT_TOO_LONG}
     */
    void failed(String orderNo, @Nullable Object failureReason, @Nullable String payer) {
        var reason = FormInput.text(failureReason, "失败原因", 200);
        if (reason.isEmpty()) {
            throw ProblemException.invalid(ProblemCode.FAILURE_REASON_REQUIRED, "请选择“是，已转账”，或填写转账失败的原因");
        }
        orders.locked(orderNo);
        var claim = payable(orderNo, payer);
        // A form's answers are kept in the history, where only refusing them keeps a payee out.
        if (claim.payee().isNamedIn(reason)) {
            throw ProblemException.invalid(ProblemCode.FAILURE_REASON_INVALID, "请只写失败的原因，不要写收款人的姓名、账号或电话");
        }
        claim.failed(reason);
        orders.note(orderNo, "转账未成功，请更正收款信息");
    }

    private CashbackClaim payable(String orderNo, @Nullable String payer) {
        var claim = claims.findById(orderNo).orElseThrow();
        if (claim.wasReviewedBy(payer)) {
            throw ProblemException.conflict(ProblemCode.FOUR_EYES, FOUR_EYES);
        }
        return claim;
    }
}
