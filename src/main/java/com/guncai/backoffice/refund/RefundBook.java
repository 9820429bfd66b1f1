package com.guncai.backoffice.refund;

import com.guncai.backoffice.expense.ExpenseNumber;
import com.guncai.backoffice.expense.ExpenseNumber.Work;
import com.guncai.backoffice.expense.ExpenseNumbers;
import com.guncai.backoffice.order.Orders;
import com.guncai.backoffice.order.OrdersUnderRefund;
import com.guncai.backoffice.payment.NotificationResult;
import com.guncai.backoffice.payment.RefundInstruction;
import com.guncai.backoffice.payment.RefundResult;
import com.guncai.backoffice.payment.WeChatRefunds;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.CompanyAccount;
import com.guncai.backoffice.shared.Money;
import com.guncai.backoffice.shared.ProblemCode;
import com.guncai.backoffice.shared.ProblemException;
import com.guncai.backoffice.shared.ReferenceNumber;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records what became of refunds, each once, whoever reports it. Nothing here is remote. */
@Service
@Transactional
class RefundBook implements WeChatRefunds.Book {
    private final Refunds refunds;
    private final ExpenseNumbers numbers;
    private final BankTransactionRepository bankFlows;
    private final Orders orders;
    private final OrdersUnderRefund orderSteps;
    private final WeChatRefunds weChat;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RefundBook(
            Refunds refunds,
            ExpenseNumbers numbers,
            BankTransactionRepository bankFlows,
            Orders orders,
            OrdersUnderRefund orderSteps,
            WeChatRefunds weChat,
            ApplicationEventPublisher events,
            Clock clock) {
        this.refunds = refunds;
        this.numbers = numbers;
        this.bankFlows = bankFlows;
        this.orders = orders;
        this.orderSteps = orderSteps;
        this.weChat = weChat;
        this.events = events;
        this.clock = clock;
    }

    /** What WeChat Pay is asked for. */
    @Transactional(readOnly = true)
    public RefundInstruction agreed(String refundNo) {
        var refund = refunds.get(refundNo);
        return refund.agreed(orders.get(refund.orderNo()));
    }

    @Override
    public NotificationResult record(RefundResult report) {
        var refund = refunds.locked(String.valueOf(report.refundNo()));
        if (refund.status().isNotApproved()) {
            return NotificationResult.mismatched("NOT_APPROVED");
        }
        var mismatch = weChat.mismatch(report, refund.agreed(orders.get(refund.orderNo())));
        if (mismatch != null) {
            return NotificationResult.mismatched(mismatch);
        }
        var refundId = String.valueOf(report.refundId());
        return switch (report.standing()) {
            case PENDING -> pending(refund, refundId);
            case SETTLED -> succeeded(refund, refundId);
            case FAILED -> failed(refund, String.valueOf(report.state()));
        };
    }

    private static NotificationResult pending(Refund refund, String refundId) {
        if (refund.status() != RefundStatus.APPROVED) {
            return NotificationResult.REPEATED;
        }
        refund.accepted(refundId);
        return NotificationResult.ACCEPTED;
    }

    private NotificationResult succeeded(Refund refund, String refundId) {
        if (refund.status() == RefundStatus.REFUNDED) {
            return refund.wechatRefundedAt() == null ? paidTwice(refund, refundId) : NotificationResult.REPEATED;
        }
        refund.succeeded(refundId, BusinessTime.now(clock));
        paidOut(refund, BankTransaction.Account.WECHAT_MERCHANT, refundId, "原路退回");
        events.publishEvent(new RefundSettled(refund.refundNo()));
        return NotificationResult.ACCEPTED;
    }

    /** Finance transferred it, and WeChat Pay came round after all. The order is refunded already; this is beyond it. */
    private NotificationResult paidTwice(Refund refund, String refundId) {
        refund.succeededAgain(refundId, BusinessTime.now(clock));
        bankFlows.save(new BankTransaction(
                refund, BankTransaction.Account.WECHAT_MERCHANT, refundId, BusinessTime.now(clock)));
        announce(refund, RefundPaid.Way.TWICE, refundId);
        events.publishEvent(new RefundPaidTwice(refund.refundNo(), refund.orderNo()));
        return NotificationResult.mismatched("REFUNDED_BY_HAND");
    }

    private NotificationResult failed(Refund refund, String code) {
        if (refund.status() != RefundStatus.APPROVED) {
            var known = refund.status() == RefundStatus.BY_HAND
                    || refund.bankFlowNo() != null
                    || code.equals(refund.failure());
            return known ? NotificationResult.REPEATED : NotificationResult.mismatched("REFUNDED");
        }
        refund.failed(code);
        orders.note(refund.orderNo(), "微信原路退回未成功，财务将与您联系并转账退款");
        events.publishEvent(new RefundFailed(refund.refundNo()));
        return NotificationResult.ACCEPTED;
    }

    /** WeChat Pay refuses for good; finance takes over. */
    void refused(String refundNo, String code) {
        failed(refunds.locked(refundNo), code);
    }

    /**
     * Finance transferred the money.
     *
     * @throws ProblemException {@code BANK_FLOW_NO_REQUIRED}, {@code BANK_FLOW_NO_INVALID}, {@code TEXT_TOO_LONG}, {@code BANK_FLOW_NO_USED}, {@code REFUND_STATE}
     *     when it is refunded already
     */
    void transferred(String refundNo, @Nullable Object bankFlowNo) {
        var number = ReferenceNumber.entered(bankFlowNo, "银行流水号", ProblemCode.BANK_FLOW_NO_INVALID);
        if (number.isEmpty()) {
            throw ProblemException.invalid(ProblemCode.BANK_FLOW_NO_REQUIRED, "请填写银行流水号");
        }
        var refund = refunds.locked(refundNo);
        numbers.take(
                new ExpenseNumber(CompanyAccount.BANK, number, "银行流水号", ProblemCode.BANK_FLOW_NO_USED),
                new Work("退单", refundNo));
        refund.transferredByHand(number, BusinessTime.now(clock));
        paidOut(refund, BankTransaction.Account.COMPANY, number, "财务转账退回");
    }

    private void paidOut(Refund refund, BankTransaction.Account account, String externalNo, String way) {
        var fen = refund.agreedFen();
        bankFlows.save(new BankTransaction(refund, account, externalNo, BusinessTime.now(clock)));
        orderSteps.paidOut(
                refund.orderNo(),
                fen,
                "已退款 " + Money.yuan(fen) + "，" + way,
                refund.origin().isOurFault());
        var byWeChat = account == BankTransaction.Account.WECHAT_MERCHANT;
        announce(refund, byWeChat ? RefundPaid.Way.WECHAT : RefundPaid.Way.BY_HAND, externalNo);
    }

    private void announce(Refund refund, RefundPaid.Way way, String externalNo) {
        events.publishEvent(new RefundPaid(
                refund.refundNo(),
                refund.orderNo(),
                orders.get(refund.orderNo()).service(),
                refund.agreedFen(),
                way,
                externalNo,
                BusinessTime.now(clock)));
    }
}
