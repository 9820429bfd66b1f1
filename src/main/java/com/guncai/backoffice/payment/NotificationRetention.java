package com.guncai.backoffice.payment;

import com.guncai.backoffice.shared.Retention;
import java.sql.Timestamp;
import java.time.Period;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** How long refused notices of WeChat Pay are kept; what took effect is a part of the order. */
@Configuration(proxyBeanMethods = false)
class NotificationRetention {

    @Bean
    Retention notificationsKept(JdbcTemplate jdbc) {
        return Retention.of(
                "refused notices of WeChat Pay",
                Period.ofDays(180),
                before -> jdbc.update(
                        "delete from payment_notification where received_at < ? and outcome not in ('ACCEPTED', 'REPEATED')",
                        Timestamp.from(before)));
    }
}
