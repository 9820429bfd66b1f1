package com.guncai.backoffice.staff.today;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.guncai.backoffice.process.StaffGroup;
import com.guncai.backoffice.process.StaffMenuEntry;
import com.guncai.backoffice.process.StaffPageAccess;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Everybody sees the board of their own desk; managers see all of it, finance the money too. */
@Configuration(proxyBeanMethods = false)
class TodayAccess {
    @Bean
    StaffPageAccess processHeatPages() {
        return new StaffPageAccess("/staff/today/processes/**", Set.of(StaffGroup.MANAGERS.id()));
    }

    @Bean
    StaffPageAccess todayPages(List<StaffGroup> groups) {
        return new StaffPageAccess("/staff/today", all(groups));
    }

    @Bean
    StaffPageAccess todayApi(List<StaffGroup> groups) {
        return new StaffPageAccess("/staff/api/today", all(groups));
    }

    @Bean
    StaffMenuEntry todayMenu(List<StaffGroup> groups) {
        return new StaffMenuEntry("今日", "/staff/today", 10, all(groups));
    }

    private static Set<String> all(List<StaffGroup> groups) {
        return groups.stream().map(StaffGroup::id).collect(toUnmodifiableSet());
    }
}
