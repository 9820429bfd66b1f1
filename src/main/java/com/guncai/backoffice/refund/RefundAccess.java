package com.guncai.backoffice.refund;

import com.guncai.backoffice.process.StaffGroup;
import com.guncai.backoffice.process.StaffPageAccess;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may begin a refund at an order's page; who decides on it is another matter. */
@Configuration(proxyBeanMethods = false)
class RefundAccess {

    @Bean
    StaffPageAccess refundsOfOrders() {
        return new StaffPageAccess(
                "/staff/api/orders/*/refund", Set.of("customer-service", "finance", StaffGroup.MANAGERS.id()), true);
    }
}
