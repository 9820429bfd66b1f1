package com.guncai.backoffice.refund;

import com.guncai.backoffice.customer.CustomerData;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.PersonalDataCipher;
import com.guncai.backoffice.shared.Retention;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Why a customer wanted money back, in the own words: they leave with the account. */
@Component
class RefundRequestData implements CustomerData {
    private final JdbcTemplate jdbc;
    private final PersonalDataCipher personalData;

    RefundRequestData(JdbcTemplate jdbc, PersonalDataCipher personalData) {
        this.jdbc = jdbc;
        this.personalData = personalData;
    }

    @Override
    public Map<String, Object> of(long customerId) {
        return Map.of(
                "refundRequests",
                jdbc.query(
                        """
                        select r.order_no, r.reason, r.requested_at from refund r
                        where r.origin = 'CUSTOMER'
                          and r.order_no in (select order_no from customer_order where customer_id = ?)
                        order by r.requested_at""",
                        (row, n) -> Map.of(
                                "orderNo", row.getString(1),
                                "reason", String.valueOf(personalData.convertToEntityAttribute(row.getString(2))),
                                "at", BusinessTime.offset(row.getTimestamp(3).toInstant())),
                        customerId));
    }

    @Override
    public void cut(long customerId) {
        jdbc.update(
                """
                update refund set reason = ?, decision_note = null, version = version + 1
                where order_no in (select order_no from customer_order where customer_id = ?)""",
                personalData.convertToDatabaseColumn(Retention.GONE),
                customerId);
    }
}
