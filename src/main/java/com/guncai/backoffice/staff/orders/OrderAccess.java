package com.guncai.backoffice.staff.orders;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.guncai.backoffice.process.StaffGroup;
import com.guncai.backoffice.process.StaffMenuEntry;
import com.guncai.backoffice.process.StaffPageAccess;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Every member of staff may look for orders and write notes; which ones they find, {@link OrderReaders} says. What else changes
 * an order is opened by its own module, to fewer.
 */
@Configuration(proxyBeanMethods = false)
class OrderAccess {

    @Bean
    StaffPageAccess orderPageAccess(List<StaffGroup> groups) {
        return new StaffPageAccess("/staff/orders/**", all(groups));
    }

    @Bean
    StaffPageAccess notePageAccess(List<StaffGroup> groups) {
        return new StaffPageAccess("/staff/orders/*/notes", all(groups), true);
    }

    @Bean
    StaffPageAccess orderListAccess(List<StaffGroup> groups) {
        return new StaffPageAccess("/staff/api/orders", all(groups));
    }

    @Bean
    StaffPageAccess orderDataAccess(List<StaffGroup> groups) {
        return new StaffPageAccess("/staff/api/orders/*", all(groups));
    }

    @Bean
    StaffPageAccess noteAccess(List<StaffGroup> groups) {
        return new StaffPageAccess("/staff/api/orders/*/notes", all(groups), true);
    }

    @Bean
    StaffPageAccess workPageAccess(List<StaffGroup> groups) {
        return new StaffPageAccess("/staff/work/**", all(groups));
    }

    @Bean
    StaffMenuEntry orderMenu(List<StaffGroup> groups) {
        return new StaffMenuEntry("订单", "/staff/orders", 20, all(groups));
    }

    @Bean
    StaffMenuEntry workMenu(List<StaffGroup> groups) {
        return new StaffMenuEntry("我的工作", "/staff/work", 25, all(groups));
    }

    private static Set<String> all(List<StaffGroup> groups) {
        return groups.stream().map(StaffGroup::id).collect(toUnmodifiableSet());
    }
}
