package com.guncai.backoffice.topup;

import com.guncai.backoffice.process.StaffGroup;
import com.guncai.backoffice.shared.ServiceCode;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this service declares about itself. */
@Configuration(proxyBeanMethods = false)
class TopUpService {
    static final ServiceCode TOP_UP = ServiceCode.virtual("TOP_UP", "话费充值");

    @Bean
    ServiceCode topUp() {
        return TOP_UP;
    }

    @Bean
    StaffGroup topUpDesk() {
        return new StaffGroup("top-up-desk", "充值台");
    }
}
