package com.guncai.backoffice.cashback;

import static java.util.stream.Collectors.toMap;

import com.guncai.backoffice.order.StaffPayments;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Finance transfers the coupon's face value. */
@Component
class TransferPayments implements StaffPayments {
    private final CashbackClaimRepository claims;

    TransferPayments(CashbackClaimRepository claims) {
        this.claims = claims;
    }

    @Override
    public String field() {
        return "transferNo";
    }

    @Override
    public Map<String, Paid> of(Collection<String> caseNos) {
        return claims.findByOrderNoIn(caseNos).stream()
                .filter(claim -> claim.transferNo() != null)
                .collect(toMap(
                        claim -> claim.orderNo(),
                        claim -> new Paid(
                                String.valueOf(claim.transferNo()),
                                claim.payee().way(),
                                Objects.requireNonNullElse(claim.faceFen(), 0L))));
    }
}
