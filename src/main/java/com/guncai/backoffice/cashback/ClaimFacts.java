package com.guncai.backoffice.cashback;

import com.guncai.backoffice.notification.MessageFacts;
import com.guncai.backoffice.shared.Money;
import com.guncai.backoffice.shared.ServiceCode;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** {@code cashback}, as {@code ¥50.00}, for the messages about claims. */
@Component
class ClaimFacts implements MessageFacts {
    private final CashbackClaimRepository claims;

    ClaimFacts(CashbackClaimRepository claims) {
        this.claims = claims;
    }

    @Override
    public boolean concerns(ServiceCode service) {
        return CashbackServices.ALL.contains(service);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> of(String orderNo) {
        return claims.findById(orderNo)
                .map(CashbackClaim::faceFen)
                .map(face -> Map.of("cashback", Money.yuan(face)))
                .orElse(Map.of());
    }

    @Override
    public Map<String, String> placeholders() {
        return Map.of("cashback", "返现款");
    }
}
