package com.guncai.backoffice.ledger;

import com.guncai.backoffice.shared.Retention;
import java.sql.Timestamp;
import java.time.Period;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** How long is known who took entries along. */
@Configuration(proxyBeanMethods = false)
class ExportRetention {

    @Bean
    Retention exportsKept(JdbcTemplate jdbc) {
        return Retention.of(
                "who exported the ledger",
                Period.ofYears(3),
                before -> jdbc.update("delete from ledger_export where at < ?", Timestamp.from(before)));
    }
}
