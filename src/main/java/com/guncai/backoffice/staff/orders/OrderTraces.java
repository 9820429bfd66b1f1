package com.guncai.backoffice.staff.orders;

import com.guncai.backoffice.customer.CustomerData;
import com.guncai.backoffice.process.CompletedTasks;
import com.guncai.backoffice.shared.Retention;
import java.sql.Timestamp;
import java.time.Period;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** How long is known who looked at orders, and what staff entered at the orders of a customer who leaves. */
@Configuration(proxyBeanMethods = false)
class OrderTraces {
    private static final Period THREE_YEARS = Period.ofYears(3);

    @Bean
    Retention orderLooksKept(JdbcTemplate jdbc) {
        return Retention.of(
                "who looked at an order",
                THREE_YEARS,
                before -> jdbc.update("delete from order_look where at < ?", Timestamp.from(before)));
    }

    @Bean
    Retention orderExportsKept(JdbcTemplate jdbc) {
        return Retention.of(
                "who exported orders or completed tasks",
                THREE_YEARS,
                before -> jdbc.update("delete from order_export where at < ?", Timestamp.from(before)));
    }

    @Bean
    CustomerData enteredAtTasks(CompletedTasks tasks) {
        return new CustomerData() {
            @Override
            public void cut(long customerId) {
                tasks.forget(
                        "select order_no from customer_order where customer_id = :customer",
                        Map.of("customer", customerId));
            }
        };
    }
}
