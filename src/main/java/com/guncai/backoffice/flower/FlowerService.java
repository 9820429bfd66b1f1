package com.guncai.backoffice.flower;

import com.guncai.backoffice.process.StaffGroup;
import com.guncai.backoffice.shared.ServiceCode;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this service declares about itself. */
@Configuration(proxyBeanMethods = false)
class FlowerService {
    static final ServiceCode FLOWER =
            new ServiceCode("FLOWER", "鲜花配送", "支付成功，等待商家接单", ServiceCode.Handover.SAME_CITY, false);

    @Bean
    ServiceCode flower() {
        return FLOWER;
    }

    @Bean
    StaffGroup flowerDesk() {
        return new StaffGroup("flower-desk", "鲜花台");
    }
}
