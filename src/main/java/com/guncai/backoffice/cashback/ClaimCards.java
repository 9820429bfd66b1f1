package com.guncai.backoffice.cashback;

import com.guncai.backoffice.customer.Customers;
import com.guncai.backoffice.order.Orders;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.Masked;
import com.guncai.backoffice.shared.MobileNumber;
import com.guncai.backoffice.shared.Money;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All that reviewers, finance and customer service need about a claim, as texts ready to read and to copy. */
@Component
class ClaimCards {
    private static final int EARLIER = 5;

    private final Orders orders;
    private final CashbackClaims claims;
    private final CashbackClaimRepository table;
    private final ReviewWarnings warnings;
    private final Customers customers;

    ClaimCards(
            Orders orders,
            CashbackClaims claims,
            CashbackClaimRepository table,
            ReviewWarnings warnings,
            Customers customers) {
        this.orders = orders;
        this.claims = claims;
        this.table = table;
        this.warnings = warnings;
        this.customers = customers;
    }

    /** For the reviewer. */
    @Transactional(readOnly = true)
    Review review(String orderNo) {
        var claim = claims.get(orderNo);
        return new Review(
                orderNo,
                claim.service().label(),
                claim.choice(),
                Money.yuan(claim.spentFen()),
                face(claim),
                BusinessTime.text(claim.submittedAt()),
                phone(claim, false),
                payee(claim.payee()),
                "/staff/receipts/" + orderNo,
                "/staff/receipts/" + orderNo + "/thumbnail",
                warnings.of(claim),
                earlier(claim));
    }

    /** For finance; {@code open} shows the payee, else it is masked. */
    @Transactional(readOnly = true)
    Transfer transfer(String orderNo, boolean open) {
        var claim = claims.get(orderNo);
        var payee = claim.payee();
        return new Transfer(
                orderNo,
                claim.service().label(),
                face(claim),
                face(claim).substring(1),
                payee.way(),
                text(open ? payee.alipayAccount() : payee.maskedAlipay()),
                text(open ? payee.realName() : payee.maskedName()),
                text(open ? payee.bankCardNo() : payee.maskedCard()),
                open ? payee.phone() : MobileNumber.masked(payee.phone()),
                text(claim.reviewer()),
                text(claim.failureReason()),
                open ? "" : "收款信息只给负责转账的财务查看；审核过这笔申请的人不能转账",
                "/staff/receipts/" + orderNo);
    }

    /** For customer service; {@code open} shows the phone numbers, else they are masked. */
    @Transactional(readOnly = true)
    Call call(String orderNo, boolean open) {
        var claim = claims.get(orderNo);
        return new Call(
                orderNo,
                claim.service().label(),
                face(claim),
                phone(claim, open),
                open ? claim.payee().phone() : MobileNumber.masked(claim.payee().phone()),
                payee(claim.payee()),
                text(claim.failureReason()),
                BusinessTime.text(claim.submittedAt()));
    }

    /** What is paid back for what, without saying to whom: {@code 返 ¥50.00 新能源车充电 特来电}. */
    @Transactional(readOnly = true)
    String summary(String orderNo) {
        var claim = claims.get(orderNo);
        return "返 %s %s %s"
                .formatted(face(claim), claim.service().label(), claim.choice())
                .strip();
    }

    private List<Earlier> earlier(CashbackClaim claim) {
        return table.findTop6ByCustomerIdOrderBySubmittedAtDesc(claim.customerId()).stream()
                .filter(other -> !other.orderNo().equals(claim.orderNo()))
                .limit(EARLIER)
                .map(this::earlierOne)
                .toList();
    }

    private Earlier earlierOne(CashbackClaim claim) {
        var order = orders.get(claim.orderNo());
        var state = ClaimState.label(order.status());
        var reason = order.rejectReason();
        return new Earlier(
                BusinessTime.text(claim.submittedAt()),
                claim.service().label(),
                Money.yuan(claim.spentFen()),
                reason == null ? state : state + "（" + reason + "）",
                "/staff/receipts/" + claim.orderNo());
    }

    private String phone(CashbackClaim claim, boolean open) {
        var phone = customers.contact(claim.customerId()).phone();
        return phone == null ? "" : open ? phone : MobileNumber.masked(phone);
    }

    private static String payee(Payee payee) {
        return payee.isAlipay()
                ? "支付宝 " + payee.maskedAlipay()
                : "银行卡 " + payee.maskedName() + " " + payee.maskedCard();
    }

    private static String face(CashbackClaim claim) {
        return Money.yuan(Objects.requireNonNullElse(claim.faceFen(), 0L));
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }

    /**
     * Amounts as {@code ¥50.00}, times in Asia/Shanghai; what is not known is empty, who it is about masked.
     *
     * @param picture address of the receipt
     */
    record Review(
            String orderNo,
            String service,
            String choice,
            String spent,
            String face,
            String submittedAt,
            String customerPhone,
            String payee,
            String picture,
            String thumbnail,
            List<ReviewWarnings.Warning> warnings,
            List<Earlier> earlier) {
        @Override
        public String toString() {
            return Masked.text(this);
        }
    }

    /** Another claim of the same customer. */
    record Earlier(String at, String service, String spent, String state, String picture) {}

    /**
     * @param amount {@code 50.00}, to copy
     * @param closed why the payee is masked; empty when it is not
     */
    record Transfer(
            String orderNo,
            String service,
            String face,
            String amount,
            String way,
            String alipayAccount,
            String realName,
            String bankCardNo,
            String phone,
            String reviewer,
            String failureReason,
            String closed,
            String picture) {
        @Override
        public String toString() {
            return Masked.text(this);
        }
    }

    record Call(
            String orderNo,
            String service,
            String face,
            String customerPhone,
            String payeePhone,
            String payee,
            String failureReason,
            String submittedAt) {
        @Override
        public String toString() {
            return Masked.text(this);
        }
    }
}
