package com.guncai.backoffice.cashback;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.guncai.backoffice.order.OrderDetails;
import com.guncai.backoffice.shared.Masked;
import com.guncai.backoffice.shared.MobileNumber;
import com.guncai.backoffice.shared.Money;
import com.guncai.backoffice.shared.ServiceCode;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Claims as their customer sees them. */
@Component
class ClaimView implements OrderDetails {
    private final CashbackClaimRepository claims;

    ClaimView(CashbackClaimRepository claims) {
        this.claims = claims;
    }

    @Override
    public boolean concerns(ServiceCode service) {
        return CashbackServices.ALL.contains(service);
    }

    @Override
    public String fields() {
        return "返现：brand、item、spentFen、cashbackFen、payee（已遮挡）、receiptUrl，等用户更正收款信息时 awaitingPayee 为 true";
    }

    @Override
    public Map<String, Details> of(Collection<String> orderNos) {
        return claims.findByOrderNoIn(orderNos).stream()
                .collect(toMap(CashbackClaim::orderNo, claim -> new Details(claimed(claim), null)));
    }

    @Override
    public Optional<Summary> summary(String orderNo) {
        return claims.findById(orderNo)
                .map(claim -> new Summary(
                        "凭证返现，消费 " + Money.yuan(claim.spentFen()),
                        claim.transferNo() == null ? "" : "已转账，流水号 " + claim.transferNo()));
    }

    private static Claimed claimed(CashbackClaim claim) {
        var payee = claim.payee();
        return new Claimed(
                claim.brand(),
                claim.item(),
                claim.spentFen(),
                claim.faceFen(),
                new MaskedPayee(
                        payee.maskedAlipay(),
                        payee.maskedName(),
                        payee.maskedCard(),
                        payee.bankName(),
                        MobileNumber.masked(payee.phone())),
                claim.isAwaitingPayee() ? true : null,
                "/api/v1/orders/" + claim.orderNo() + "/receipt");
    }

    /**
     * @param cashbackFen what is paid back; {@code null} without a valid coupon
     * @param awaitingPayee {@code true} while the claim waits for a corrected payee
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Claimed(
            @Nullable String brand,
            @Nullable String item,
            long spentFen,
            @Nullable Long cashbackFen,
            MaskedPayee payee,
            @Nullable Boolean awaitingPayee,
            String receiptUrl) {
        @Override
        public String toString() {
            return Masked.text(this);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MaskedPayee(
            @Nullable String alipayAccount,
            @Nullable String realName,
            @Nullable String bankCardNo,
            @Nullable String bankName,
            String phone) {
        @Override
        public String toString() {
            return Masked.text(this);
        }
    }
}
