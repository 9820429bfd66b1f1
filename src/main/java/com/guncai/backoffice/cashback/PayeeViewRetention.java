package com.guncai.backoffice.cashback;

import com.guncai.backoffice.shared.Retention;
import java.sql.Timestamp;
import java.time.Period;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** How long is known who looked at a payee. */
@Configuration(proxyBeanMethods = false)
class PayeeViewRetention {

    @Bean
    Retention payeeViewsKept(JdbcTemplate jdbc) {
        return Retention.of(
                "who looked at a payee",
                Period.ofYears(3),
                before -> jdbc.update("delete from payee_view where at < ?", Timestamp.from(before)));
    }
}
