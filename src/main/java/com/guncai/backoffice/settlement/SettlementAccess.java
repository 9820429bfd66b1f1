package com.guncai.backoffice.settlement;

import com.guncai.backoffice.ledger.MoneyTab;
import com.guncai.backoffice.process.StaffGroup;
import com.guncai.backoffice.process.StaffPageAccess;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Finance and managers look at settlements and begin one; checking and confirming are tasks, and nobody deletes. */
@Configuration(proxyBeanMethods = false)
class SettlementAccess {
    private static final Set<String> READERS = Set.of("finance", StaffGroup.MANAGERS.id());

    @Bean
    StaffPageAccess settlementApi() {
        return new StaffPageAccess("/staff/api/settlements/**", READERS);
    }

    @Bean
    StaffPageAccess beginningOfSettlements() {
        return new StaffPageAccess("/staff/api/settlements/*/start", READERS, true);
    }

    @Bean
    MoneyTab statementsTab() {
        return new MoneyTab("结算", "/staff/money/statements", 40);
    }
}
