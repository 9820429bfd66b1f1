package com.guncai.backoffice.staff.secondfactor;

import com.guncai.backoffice.process.StaffGroup;
import com.guncai.backoffice.process.StaffMenuEntry;
import com.guncai.backoffice.process.StaffPageAccess;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Everybody who owes a second factor has the page for it; administrators see all. */
@Configuration(proxyBeanMethods = false)
@WhenSecondFactorIsRequired
class SecondFactorPages {
    private static final Set<String> ADMINISTRATORS = Set.of(StaffGroup.ADMINISTRATORS.id());

    @Bean
    StaffPageAccess secondFactorAccess(SecondFactorProperties properties) {
        return new StaffPageAccess(SecondFactorPage.PATH + "/**", properties.groups(), true);
    }

    @Bean
    StaffPageAccess secondFactorListAccess() {
        return new StaffPageAccess(SecondFactorsPage.PATH + "/**", ADMINISTRATORS, true);
    }

    @Bean
    StaffMenuEntry secondFactorMenuEntry(SecondFactorProperties properties) {
        return new StaffMenuEntry("登录验证", SecondFactorPage.PATH, 95, properties.groups());
    }

    @Bean
    StaffMenuEntry secondFactorListEntry() {
        return new StaffMenuEntry("验证器", SecondFactorsPage.PATH, 96, ADMINISTRATORS);
    }
}
