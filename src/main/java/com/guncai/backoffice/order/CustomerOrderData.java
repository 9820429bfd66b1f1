package com.guncai.backoffice.order;

import com.guncai.backoffice.customer.CustomerData;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.shared.PersonalDataCipher;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The orders of a customer. They stay when the account closes, without the notes that staff made about them. */
@Component
class CustomerOrderData implements CustomerData {
    private static final String OPEN =
            EnumSet.of(OrderStatus.AWAITING_PAYMENT, OrderStatus.PAID, OrderStatus.ACCEPTED, OrderStatus.REFUNDING)
                    .stream()
                    .map(Enum::name)
                    .collect(Collectors.joining("', '", "'", "'"));

    private final OrderViews views;
    private final JdbcTemplate jdbc;
    private final PersonalDataCipher personalData;

    CustomerOrderData(OrderViews views, JdbcTemplate jdbc, PersonalDataCipher personalData) {
        this.views = views;
        this.jdbc = jdbc;
        this.personalData = personalData;
    }

    @Override
    public Map<String, Object> of(long customerId) {
        return Map.of("orders", views.all(customerId), "notes", notes(customerId));
    }

    /** What the customer had to tell whoever works at an order. */
    private List<Map<String, Object>> notes(long customerId) {
        return jdbc.query(
                """
                select case_no, text, at from order_note
                where who = '用户' and case_no in (select order_no from customer_order where customer_id = ?) order by at""",
                (row, n) -> Map.of(
                        "orderNo", row.getString(1),
                        "text", String.valueOf(personalData.convertToEntityAttribute(row.getString(2))),
                        "at", BusinessTime.offset(row.getTimestamp(3).toInstant())),
                customerId);
    }

    @Override
    public Optional<String> reasonToStay(long customerId) {
        return jdbc
                .queryForList(
                        "select order_no from customer_order where customer_id = ? and (under_refund or status in ("
                                + OPEN + ")) order by created_at",
                        String.class,
                        customerId)
                .stream()
                .findFirst()
                .map(orderNo -> "订单 " + orderNo + " 还没有办完，办完或取消以后才能注销");
    }

    @Override
    public void cut(long customerId) {
        jdbc.update(
                "delete from order_note where case_no in (select order_no from customer_order where customer_id = ?)",
                customerId);
    }
}
