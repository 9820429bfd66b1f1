package com.guncai.backoffice.staff.tasks;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.guncai.backoffice.process.StaffGroup;
import com.guncai.backoffice.process.StaffMenuEntry;
import com.guncai.backoffice.process.StaffPageAccess;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every member of staff has tasks; which ones they see, {@code process.OpenTasks} says. */
@Configuration(proxyBeanMethods = false)
class TaskPageAccess {

    @Bean
    StaffPageAccess taskPages(List<StaffGroup> groups) {
        return new StaffPageAccess("/staff/tasks/**", all(groups));
    }

    @Bean
    StaffPageAccess taskListData(List<StaffGroup> groups) {
        return new StaffPageAccess("/staff/api/tasks", all(groups));
    }

    @Bean
    StaffMenuEntry taskPageMenu(List<StaffGroup> groups) {
        return new StaffMenuEntry("办任务", "/staff/tasks", 5, all(groups));
    }

    private static Set<String> all(List<StaffGroup> groups) {
        return groups.stream().map(StaffGroup::id).collect(toUnmodifiableSet());
    }
}
