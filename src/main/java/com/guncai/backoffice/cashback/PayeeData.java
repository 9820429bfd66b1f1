package com.guncai.backoffice.cashback;

import com.guncai.backoffice.customer.CustomerData;
import com.guncai.backoffice.shared.PersonalDataCipher;
import com.guncai.backoffice.shared.Retention;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** To whom cashback was paid: whole for the customer, gone after three years or with the account. */
@Component
class PayeeData implements CustomerData, Retention {
    private static final String FORGET =
            """
            update cashback_claim set alipay_account = case when alipay_account is null then null else cast(? as varchar(512)) end,
                real_name = case when real_name is null then null else cast(? as varchar(512)) end,
                bank_card_no = case when bank_card_no is null then null else cast(? as varchar(512)) end,
                bank_name = null, phone = ?, payee_digest = order_no, phone_digest = order_no, name_digest = order_no,
                forgotten = true, version = version + 1
            where not forgotten and\s""";

    private final JdbcTemplate jdbc;
    private final PersonalDataCipher personalData;

    PayeeData(JdbcTemplate jdbc, PersonalDataCipher personalData) {
        this.jdbc = jdbc;
        this.personalData = personalData;
    }

    @Override
    public Map<String, Object> of(long customerId) {
        return Map.of(
                "payees",
                jdbc.query(
                        """
                        select order_no, alipay_account, real_name, bank_card_no, bank_name, phone
                        from cashback_claim where customer_id = ? order by submitted_at""",
                        (row, n) -> {
                            var payee = new LinkedHashMap<String, Object>();
                            payee.put("orderNo", row.getString(1));
                            payee.put("alipayAccount", personalData.convertToEntityAttribute(row.getString(2)));
                            payee.put("realName", personalData.convertToEntityAttribute(row.getString(3)));
                            payee.put("bankCardNo", personalData.convertToEntityAttribute(row.getString(4)));
                            payee.put("bankName", personalData.convertToEntityAttribute(row.getString(5)));
                            payee.put("phone", personalData.convertToEntityAttribute(row.getString(6)));
                            return payee;
                        },
                        customerId));
    }

    @Override
    public void cut(long customerId) {
        var gone = gone();
        jdbc.update(FORGET + "customer_id = ?", gone, gone, gone, gone, customerId);
    }

    @Override
    public String what() {
        return "payees of cashback";
    }

    @Override
    public Period kept() {
        return Period.ofYears(3);
    }

    @Override
    public int remove(Instant before) {
        var gone = gone();
        return jdbc.update(
                FORGET
                        + """
                        submitted_at < ? and exists (select 1 from customer_order o
                         where o.order_no = cashback_claim.order_no and o.status in ('COMPLETED', 'REJECTED'))""",
                gone,
                gone,
                gone,
                gone,
                Timestamp.from(before));
    }

    private String gone() {
        return String.valueOf(personalData.convertToDatabaseColumn(Retention.GONE));
    }
}
