package com.guncai.backoffice.flower;

import com.guncai.backoffice.customer.CustomerData;
import com.guncai.backoffice.shared.PersonalDataCipher;
import com.guncai.backoffice.shared.Retention;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.Period;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** To whom flowers went: for nobody's eyes half a year after the order ended, or at once when the account closes. */
@Component
class DeliveryData implements CustomerData, Retention {
    private static final String FORGET =
            """
            update flower_order set address = ?, recipient = ?, phone = ?, card_message = null, delivery_note = null,
                phone_digest = order_no, recipient_digest = order_no, forgotten = true, version = version + 1
            where not forgotten and order_no in\s""";

    private final JdbcTemplate jdbc;
    private final PersonalDataCipher personalData;

    DeliveryData(JdbcTemplate jdbc, PersonalDataCipher personalData) {
        this.jdbc = jdbc;
        this.personalData = personalData;
    }

    @Override
    public void cut(long customerId) {
        var gone = gone();
        jdbc.update(
                FORGET + "(select order_no from customer_order where customer_id = ?)", gone, gone, gone, customerId);
    }

    @Override
    public String what() {
        return "delivery address, recipient and card message of flowers, after the order ended";
    }

    @Override
    public Period kept() {
        return Period.ofDays(180);
    }

    /** The last line of its timeline is when an order ended. */
    @Override
    public int remove(Instant before) {
        var gone = gone();
        var orders = jdbc.update(
                FORGET
                        + """
                        (select o.order_no from customer_order o
                         where o.service = 'FLOWER' and o.created_at < ? and not o.under_refund
                           and o.status not in ('AWAITING_PAYMENT', 'PAID', 'ACCEPTED', 'REFUNDING')
                           and not exists (select 1 from timeline_entry t where t.order_no = o.order_no and t.at >= ?))""",
                gone,
                gone,
                gone,
                Timestamp.from(before),
                Timestamp.from(before));
        // Where else the customer wanted them to go.
        jdbc.update("delete from order_note where case_no in (select order_no from flower_order where forgotten)");
        return orders;
    }

    private String gone() {
        return String.valueOf(personalData.convertToDatabaseColumn(Retention.GONE));
    }
}
