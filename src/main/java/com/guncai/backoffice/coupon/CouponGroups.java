package com.guncai.backoffice.coupon;

import com.guncai.backoffice.process.StaffGroup;
import com.guncai.backoffice.process.StaffMenuEntry;
import com.guncai.backoffice.process.StaffPageAccess;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who works at codes and batches, and the pages that are for them and those above them. */
@Configuration(proxyBeanMethods = false)
class CouponGroups {
    private static final StaffGroup DESK = new StaffGroup("coupon-desk", "券码台");

    private static final Set<String> READERS =
            Set.of(DESK.id(), StaffGroup.MANAGERS.id(), StaffGroup.ADMINISTRATORS.id());

    @Bean
    StaffGroup couponDesk() {
        return DESK;
    }

    /** 券码与批次, with its stylesheet and its script. */
    @Bean
    StaffPageAccess batchPages() {
        return pages("/staff/batches*/**");
    }

    @Bean
    StaffPageAccess batchData() {
        return pages("/staff/api/batches/**");
    }

    @Bean
    StaffPageAccess batchWithdrawal() {
        return new StaffPageAccess("/staff/api/batches/*/withdrawal", READERS, true);
    }

    @Bean
    StaffPageAccess templates() {
        return pages("/staff/api/templates/**");
    }

    @Bean
    StaffPageAccess stockData() {
        return pages("/staff/api/stock");
    }

    @Bean
    StaffPageAccess purchaseData() {
        return pages("/staff/api/purchases");
    }

    @Bean
    StaffPageAccess productData() {
        return pages("/staff/api/products");
    }

    @Bean
    StaffMenuEntry batchMenuEntry() {
        return new StaffMenuEntry("券码与批次", "/staff/batches", 40, READERS);
    }

    private static StaffPageAccess pages(String path) {
        return new StaffPageAccess(path, READERS);
    }
}
