package com.guncai.backoffice.notification;

import com.guncai.backoffice.customer.CustomerData;
import com.guncai.backoffice.customer.Customers;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.PersonalDataCipher;
import com.guncai.backoffice.shared.Retention;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.Period;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which messages were sent to whom, and what they said: for half a year, and without the words once the account is closed. */
@Component
class MessageData implements CustomerData, Retention {
    private final JdbcTemplate jdbc;
    private final Customers customers;
    private final PersonalDataCipher personalData;

    MessageData(JdbcTemplate jdbc, Customers customers, PersonalDataCipher personalData) {
        this.jdbc = jdbc;
        this.customers = customers;
        this.personalData = personalData;
    }

    @Override
    public Map<String, Object> of(long customerId) {
        var contact = customers.contact(customerId);
        var phone = contact.phone();
        return Map.of(
                "messages",
                jdbc.query(
                        """
                        select template, channel, recipient, status, created_at, text from message
                        where recipient_digest in (?, ?) order by id""",
                        (row, n) -> Map.of(
                                "template", row.getString(1),
                                "channel", row.getString(2),
                                "recipient", row.getString(3),
                                "status", row.getString(4),
                                "at", BusinessTime.offset(row.getTimestamp(5).toInstant()),
                                "text",
                                        Objects.requireNonNullElse(
                                                personalData.convertToEntityAttribute(row.getString(6)), "")),
                        personalData.digest(contact.openid()),
                        phone == null ? "" : personalData.digest(phone)));
    }

    @Override
    public void cut(long customerId) {
        jdbc.update(
                "update message set text = null where order_no in (select order_no from customer_order where customer_id = ?)",
                customerId);
    }

    @Override
    public String what() {
        return "messages: to whom, by which template, with which result, and what they said";
    }

    @Override
    public Period kept() {
        return Period.ofDays(180);
    }

    @Override
    public int remove(Instant before) {
        return jdbc.update("delete from message where updated_at < ?", Timestamp.from(before));
    }
}
