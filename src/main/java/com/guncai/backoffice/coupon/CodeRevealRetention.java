package com.guncai.backoffice.coupon;

import com.guncai.backoffice.shared.Retention;
import java.sql.Timestamp;
import java.time.Period;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** How long is known who looked at a code. */
@Configuration(proxyBeanMethods = false)
class CodeRevealRetention {

    @Bean
    Retention codeRevealsKept(JdbcTemplate jdbc) {
        return Retention.of(
                "who looked at a movie code",
                Period.ofYears(3),
                before -> jdbc.update("delete from code_reveal where at < ?", Timestamp.from(before)));
    }
}
