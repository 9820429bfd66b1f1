package com.guncai.backoffice.topup;

import com.guncai.backoffice.customer.CustomerData;
import com.guncai.backoffice.shared.PersonalDataCipher;
import com.guncai.backoffice.shared.Retention;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Whose phones a customer topped up: it leaves with the account. */
@Component
class TopUpData implements CustomerData {
    private final JdbcTemplate jdbc;
    private final PersonalDataCipher personalData;

    TopUpData(JdbcTemplate jdbc, PersonalDataCipher personalData) {
        this.jdbc = jdbc;
        this.personalData = personalData;
    }

    @Override
    public void cut(long customerId) {
        jdbc.update(
                """
                update top_up_order set phone = ?, phone_digest = order_no, version = version + 1
                where order_no in (select order_no from customer_order where customer_id = ?)""",
                personalData.convertToDatabaseColumn(Retention.GONE),
                customerId);
    }
}
