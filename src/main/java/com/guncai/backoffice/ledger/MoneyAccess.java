package com.guncai.backoffice.ledger;

import com.guncai.backoffice.process.StaffGroup;
import com.guncai.backoffice.process.StaffMenuEntry;
import com.guncai.backoffice.process.StaffPageAccess;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may look at money: finance and managers. Nobody may change or delete an entry. */
@Configuration(proxyBeanMethods = false)
class MoneyAccess {
    static final Set<String> READERS = Set.of("finance", StaffGroup.MANAGERS.id());

    @Bean
    StaffPageAccess moneyPages() {
        return new StaffPageAccess("/staff/money/**", READERS);
    }

    @Bean
    StaffPageAccess ledgerApi() {
        return new StaffPageAccess("/staff/api/ledger/**", READERS);
    }

    @Bean
    StaffMenuEntry moneyMenuEntry() {
        return new StaffMenuEntry("资金", "/staff/money", 60, READERS);
    }

    @Bean
    MoneyTab balancesTab() {
        return new MoneyTab("余额", "/staff/money", 10);
    }

    @Bean
    MoneyTab entriesTab() {
        return new MoneyTab("流水", "/staff/money/entries", 20);
    }
}
