package com.guncai.backoffice.topup;

import com.guncai.backoffice.notification.MessageFacts;
import com.guncai.backoffice.shared.Money;
import com.guncai.backoffice.shared.ServiceCode;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** {@code face}, as {@code ¥50.00}, for the messages about top-ups. */
@Component
class TopUpOrderFacts implements MessageFacts {
    private final TopUpOrders topUpOrders;

    TopUpOrderFacts(TopUpOrders topUpOrders) {
        this.topUpOrders = topUpOrders;
    }

    @Override
    public boolean concerns(ServiceCode service) {
        return service.equals(TopUpService.TOP_UP);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> of(String orderNo) {
        return Map.of("face", Money.yuan(topUpOrders.get(orderNo).faceFen()));
    }

    @Override
    public Map<String, String> placeholders() {
        return Map.of("face", "所选面额");
    }
}
