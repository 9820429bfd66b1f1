package com.guncai.backoffice.aftersale;

import com.guncai.backoffice.customer.CustomerData;
import com.guncai.backoffice.receipt.Receipts;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.PersonalDataCipher;
import com.guncai.backoffice.shared.Retention;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was written and shown about help with an order: the customer's to read, gone after three years or with the account. */
@Component
class AfterSaleData implements CustomerData, Retention {
    private static final String OF_CUSTOMER = "order_no in (select order_no from customer_order where customer_id = ?)";
    private static final int AT_ONCE = 500;

    private final JdbcTemplate jdbc;
    private final PersonalDataCipher personalData;
    private final AfterSalePictures pictures;
    private final Receipts receipts;

    AfterSaleData(JdbcTemplate jdbc, PersonalDataCipher personalData, AfterSalePictures pictures, Receipts receipts) {
        this.jdbc = jdbc;
        this.personalData = personalData;
        this.pictures = pictures;
        this.receipts = receipts;
    }

    @Override
    public Map<String, Object> of(long customerId) {
        return Map.of(
                "afterSales",
                jdbc.query(
                        "select order_no, topic, text, answer, opened_at from after_sale where " + OF_CUSTOMER
                                + " order by opened_at",
                        (row, n) -> {
                            var help = new LinkedHashMap<String, Object>();
                            help.put("orderNo", row.getString(1));
                            help.put("topic", row.getString(2));
                            help.put("text", personalData.convertToEntityAttribute(row.getString(3)));
                            help.put("answer", personalData.convertToEntityAttribute(row.getString(4)));
                            help.put(
                                    "at",
                                    BusinessTime.offset(row.getTimestamp(5).toInstant()));
                            return help;
                        },
                        customerId));
    }

    @Override
    public Optional<String> reasonToStay(long customerId) {
        return jdbc
                .queryForList(
                        "select order_no from after_sale where state <> 'SOLVED' and " + OF_CUSTOMER
                                + " order by opened_at",
                        String.class,
                        customerId)
                .stream()
                .findFirst()
                .map(orderNo -> "订单 " + orderNo + " 的售后还在处理，处理完以后才能注销");
    }

    @Override
    public void cut(long customerId) {
        jdbc.queryForList("select after_sale_no from after_sale where " + OF_CUSTOMER, String.class, customerId)
                .forEach(this::forget);
    }

    @Override
    public String what() {
        return "what was written and shown about help with an order, after it was solved";
    }

    @Override
    public Period kept() {
        return Period.ofYears(3);
    }

    /** The rest the next night. */
    @Override
    @Transactional
    public int remove(Instant before) {
        var old = jdbc.queryForList(
                "select after_sale_no from after_sale where solved_at < ? and text is not null order by solved_at fetch first "
                        + AT_ONCE + " rows only",
                String.class,
                Timestamp.from(before));
        return old.stream().mapToInt(this::forget).sum();
    }

    private int forget(String afterSaleNo) {
        receipts.leaveCase(pictures.forget(afterSaleNo));
        return jdbc.update(
                """
                update after_sale set text = null, answer = case when answer is null then null else cast(? as varchar(2000)) end,
                    version = version + 1
                where after_sale_no = ?""",
                personalData.convertToDatabaseColumn(Retention.GONE),
                afterSaleNo);
    }
}
