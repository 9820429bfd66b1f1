package com.guncai.backoffice.staff.people;

import com.guncai.backoffice.process.StaffGroup;
import com.guncai.backoffice.process.StaffMenuEntry;
import com.guncai.backoffice.process.StaffPageAccess;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Administrators alone make and disable accounts. */
@Configuration(proxyBeanMethods = false)
class PeopleAccess {
    private static final Set<String> ADMINISTRATORS = Set.of(StaffGroup.ADMINISTRATORS.id());

    @Bean
    StaffPageAccess peoplePages() {
        return new StaffPageAccess(PeoplePage.PATH + "/**", ADMINISTRATORS, true);
    }

    @Bean
    StaffMenuEntry peopleMenuEntry() {
        return new StaffMenuEntry("员工", PeoplePage.PATH, 94, ADMINISTRATORS);
    }
}
