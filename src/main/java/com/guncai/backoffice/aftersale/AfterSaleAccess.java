package com.guncai.backoffice.aftersale;

import com.guncai.backoffice.process.StaffGroup;
import com.guncai.backoffice.process.StaffPageAccess;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets customer service and managers look at what customers handed in. */
@Configuration(proxyBeanMethods = false)
class AfterSaleAccess {

    @Bean
    StaffPageAccess afterSalesOfOrders() {
        return new StaffPageAccess(
                "/staff/api/orders/*/after-sales", Set.of(AfterSalesProcess.DESK, StaffGroup.MANAGERS.id()), true);
    }

    @Bean
    StaffPageAccess afterSalePicturePages() {
        return new StaffPageAccess("/staff/after-sales/**", Set.of(AfterSalesProcess.DESK, StaffGroup.MANAGERS.id()));
    }
}
