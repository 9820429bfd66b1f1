package com.guncai.backoffice.cashback;

import com.guncai.backoffice.process.StaffPageAccess;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets the desks that work at claims, and no other, look at receipts. */
@Configuration(proxyBeanMethods = false)
class ReceiptAccess {

    @Bean
    StaffPageAccess receiptPages() {
        return new StaffPageAccess("/staff/receipts/**", Set.copyOf(CashbackClaimProcess.DESKS));
    }
}
