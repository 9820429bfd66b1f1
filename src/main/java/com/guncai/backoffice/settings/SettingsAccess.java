package com.guncai.backoffice.settings;

import com.guncai.backoffice.process.StaffGroup;
import com.guncai.backoffice.process.StaffMenuEntry;
import com.guncai.backoffice.process.StaffPageAccess;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Managers, and nobody else, see and change what the business runs by. */
@Configuration(proxyBeanMethods = false)
class SettingsAccess {
    private static final Set<String> MANAGERS = Set.of(StaffGroup.MANAGERS.id());

    @Bean
    StaffPageAccess settingsPages() {
        return new StaffPageAccess("/staff/settings/**", MANAGERS, true);
    }

    @Bean
    StaffPageAccess settingsApi() {
        return new StaffPageAccess("/staff/api/settings/**", MANAGERS, true);
    }

    @Bean
    StaffMenuEntry settingsMenu() {
        return new StaffMenuEntry("业务设置", "/staff/settings", 80, MANAGERS);
    }
}
