package com.guncai.backoffice.cashback;

import com.guncai.backoffice.customer.Customers;
import com.guncai.backoffice.order.Order;
import com.guncai.backoffice.order.Orders;
import com.guncai.backoffice.shared.BusinessTime;
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
    ClaimReview review(String orderNo) {
        var claim = claims.get(orderNo);
        return new ClaimReview(
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
    ClaimTransfer transfer(String orderNo, boolean open) {
        var claim = claims.get(orderNo);
        var payee = claim.payee();
        return new ClaimTransfer(
                orderNo,
                claim.service().label(),
                face(claim),
                face(claim).substring(1),
                payee.way(),
                text(open ? payee.alipayAccount() : payee.maskedAlipay()),
                text(open ? payee.realName() : payee.maskedName()),
                text(open ? payee.bankCardNo() : payee.maskedCard()),
                text(payee.bankName()),
                open ? payee.phone() : MobileNumber.masked(payee.phone()),
                text(claim.reviewer()),
                text(claim.failureReason()),
                open ? "" : "收款信息只给负责转账的财务查看；审核过这笔申请的人不能转账",
                "/staff/receipts/" + orderNo);
    }

    /** For customer service; {@code open} shows the phone numbers, else they are masked. */
    @Transactional(readOnly = true)
    ClaimCall call(String orderNo, boolean open) {
        var claim = claims.get(orderNo);
        return new ClaimCall(
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

    private List<ClaimReview.Earlier> earlier(CashbackClaim claim) {
        var others = table.findTop6ByCustomerIdOrderBySubmittedAtDesc(claim.customerId()).stream()
                .filter(other -> !other.orderNo().equals(claim.orderNo()))
                .limit(EARLIER)
                .toList();
        var theirs = orders.all(others.stream().map(CashbackClaim::orderNo).toList());
        return others.stream()
                .map(other -> earlierOne(other, Objects.requireNonNull(theirs.get(other.orderNo()))))
                .toList();
    }

    private static ClaimReview.Earlier earlierOne(CashbackClaim claim, Order order) {
        var state = ClaimState.label(order.status());
        var reason = order.rejectReason();
        return new ClaimReview.Earlier(
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
}
