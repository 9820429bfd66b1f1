package com.guncai.backoffice.staff.processes;

import com.guncai.backoffice.process.StaffGroup;
import com.guncai.backoffice.process.StaffMenuEntry;
import com.guncai.backoffice.process.StaffPageAccess;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Managers and administrators read; only managers bring versions back and move orders. */
@Configuration(proxyBeanMethods = false)
class ProcessPages {
    private static final Set<String> READERS = Set.of(StaffGroup.MANAGERS.id(), StaffGroup.ADMINISTRATORS.id());
    static final Set<String> CHANGERS = Set.of(StaffGroup.MANAGERS.id());

    @Bean
    StaffPageAccess versionPages() {
        return new StaffPageAccess("/staff/processes*/**", READERS);
    }

    @Bean
    StaffPageAccess tables() {
        return new StaffPageAccess("/staff/processes/*/table", CHANGERS, true);
    }

    @Bean
    StaffPageAccess restoring() {
        return new StaffPageAccess("/staff/api/processes/*/restore", CHANGERS, true);
    }

    @Bean
    StaffPageAccess migrating() {
        return new StaffPageAccess("/staff/api/processes/*/migration", CHANGERS, true);
    }

    @Bean
    StaffPageAccess versionData() {
        return new StaffPageAccess("/staff/api/processes/**", READERS);
    }

    @Bean
    StaffMenuEntry versionMenuEntry() {
        return new StaffMenuEntry("流程版本", "/staff/processes", 70, READERS);
    }
}
