package com.guncai.backoffice.reconciliation;

import com.guncai.backoffice.ledger.MoneyTab;
import com.guncai.backoffice.process.StaffGroup;
import com.guncai.backoffice.process.StaffPageAccess;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may look at reconciliations: finance and managers. Its pages lie below those of money, whose access they share. */
@Configuration(proxyBeanMethods = false)
class ReconciliationAccess {
    @Bean
    StaffPageAccess reconciliationApi() {
        return new StaffPageAccess("/staff/api/reconciliation/**", Set.of("finance", StaffGroup.MANAGERS.id()));
    }

    @Bean
    MoneyTab daysTab() {
        return new MoneyTab("对账", "/staff/money/days", 30);
    }
}
