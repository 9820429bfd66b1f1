package com.guncai.backoffice.coupon;

import com.guncai.backoffice.customer.CurrentCustomer;
import com.guncai.backoffice.customer.CustomerData;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The coupons of a customer. Issued ones belong to the phone number and stay with it; bought ones end with the account. */
@Component
class WalletData implements CustomerData {
    private final Wallet wallet;

    WalletData(Wallet wallet) {
        this.wallet = wallet;
    }

    @Override
    public Map<String, Object> of(long customerId) {
        return Map.of("coupons", wallet.of(new CurrentCustomer(customerId), null, null));
    }
}
