package com.guncai.backoffice.staff;

import com.guncai.backoffice.process.StaffGroup;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The groups that belong to no single service. */
@Configuration(proxyBeanMethods = false)
class CommonGroups {

    @Bean
    StaffGroup managers() {
        return StaffGroup.MANAGERS;
    }

    @Bean
    StaffGroup administrators() {
        return StaffGroup.ADMINISTRATORS;
    }

    @Bean
    StaffGroup customerService() {
        return new StaffGroup("customer-service", "客服");
    }

    @Bean
    StaffGroup finance() {
        return new StaffGroup("finance", "财务");
    }
}
