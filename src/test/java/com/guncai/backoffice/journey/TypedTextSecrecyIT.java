package com.guncai.backoffice.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.guncai.backoffice.shared.Backfill;
import com.guncai.backoffice.testing.BackofficeTest;
import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Nothing that people type is in any table, the engine's included, or in the folder of receipts, in clear. */
@BackofficeTest
class TypedTextSecrecyIT {
    /** In everything that is typed here. */
    private static final String TYPED = "暗号猫头鹰";

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    List<Backfill> backfills;

    @Test
    void whatPeopleTypeStandsNowhereInClear() {
        var customer = MiniProgram.of(port, "13655550001");
        var delivered = paid(customer);
        var flower = new Clerk(port, "flower");
        var purchase = flower.awaitsTask(delivered).get("id").asText();
        flower.rest()
                .post("/engine-rest/task/" + purchase + "/comment/create", Map.of("message", TYPED + "备注"))
                .is(200);
        assertThat(flower.card(purchase).is(200).text("/order/value")).contains(TYPED + "备注");
        flower.completes(
                        purchase,
                        Map.of(
                                "shopFound",
                                true,
                                "shopName",
                                TYPED + "花店",
                                "shopPhone",
                                "0771-5556789",
                                "estimatedDeliveryAt",
                                customer.flowers().get("deliverySlot"),
                                "purchaseOrderNo",
                                "MT" + System.nanoTime(),
                                "purchaseCostYuan",
                                "128.5"))
                .is(204);
        assertThat(customer.order(delivered).text("/shop/name")).isEqualTo(TYPED + "花店");
        await().until(() -> flower.task(delivered).isPresent());
        flower.completes(
                        flower.task(delivered).orElseThrow().get("id").asText(),
                        Map.of("deliveryNote", TYPED + "送达", "completeEarly", true))
                .is(204);

        var undeliverable = paid(customer);
        flower.completes(
                        flower.awaitsTask(undeliverable).get("id").asText(),
                        Map.of("shopFound", false, "undeliverableReason", TYPED + "太远"))
                .is(204);
        var service = new Clerk(port, "service");
        await().until(() -> service.refundTask(undeliverable).isPresent());
        var decision = service.refundTask(undeliverable).orElseThrow().get("id").asText();
        assertThat(service.card(decision).body()).contains(TYPED + "太远");
        service.completes(decision, Map.of("refundApproved", false, "decisionNote", TYPED + "换个地方"))
                .is(204);

        assertThat(inClear(TYPED)).isEmpty();
        assertThat(inClear("0771-5556789")).isEmpty();
        assertThat(inClear(customer.openid())).isEmpty();
    }

    /** Rows of an earlier release become as those of this one, and are read the same before and after. */
    @Test
    void whatStandsInClearIsEncryptedLater() {
        var customer = MiniProgram.of(port, "13655550002");
        var orderNo = paid(customer);
        var text = TYPED + "旧的一行";
        jdbc.update("update timeline_entry set text = ? where order_no = ?", text, orderNo);
        jdbc.update("update flower_order set shop_name = ? where order_no = ?", text, orderNo);
        jdbc.update(
                "update customer set openid = ?, openid_digest = null where id = (select customer_id from customer_order where order_no = ?)",
                customer.openid(),
                orderNo);
        jdbc.update("update ACT_RU_VARIABLE set TEXT_ = ? where NAME_ = 'summary' and TYPE_ = 'string'", text);
        assertThat(customer.timeline(orderNo)).contains(text);
        assertThat(inClear(TYPED + "旧的一行")).isNotEmpty();
        assertThat(customer.signsInAgain().order(orderNo).status()).isEqualTo(200);

        backfills.forEach(Backfill::run);

        assertThat(inClear(text)).isEmpty();
        assertThat(inClear(customer.openid())).isEmpty();
        assertThat(customer.timeline(orderNo)).contains(text);
        assertThat(customer.signsInAgain().order(orderNo).status()).isEqualTo(200);
        assertThat(backfills.stream().mapToInt(Backfill::run).sum()).isZero();
    }

    /** Whichever comes first at a row of an earlier release, who signs in next stays the same customer. */
    @Test
    void noBackfillAloneHidesACustomerFromTheirSignIn() {
        var customer = MiniProgram.of(port, "13655550003");
        var orderNo = paid(customer);
        for (var backfill : backfills) {
            jdbc.update(
                    "update customer set openid = ?, openid_digest = null where id = (select customer_id from customer_order where order_no = ?)",
                    customer.openid(),
                    orderNo);

            backfill.run();

            assertThat(customer.signsInAgain().order(orderNo).status())
                    .as(backfill.getClass().getSimpleName())
                    .isEqualTo(200);
        }
    }

    private String paid(MiniProgram customer) {
        var orderNo = customer.placesFlowers();
        customer.pays(orderNo);
        return orderNo;
    }

    /** Where a text stands: tables with their columns, and files. */
    private List<String> inClear(String text) {
        var places = new ArrayList<String>();
        var columns = jdbc.queryForList(
                """
                select table_name, column_name from information_schema.columns
                where lower(table_schema) = 'public'""");
        for (var column : columns) {
            var place = column.get("table_name") + "." + column.get("column_name");
            var values = jdbc.query(
                    "select \"%s\" from \"%s\"".formatted(column.get("column_name"), column.get("table_name")),
                    (row, n) -> text(row.getObject(1)));
            if (values.stream().anyMatch(value -> value.contains(text))) {
                places.add(place);
            }
        }
        return places;
    }

    private static String text(Object value) throws SQLException {
        if (value instanceof Blob blob) {
            return text(blob.getBytes(1, (int) blob.length()));
        }
        if (value instanceof Clob clob) {
            return clob.getSubString(1, (int) clob.length());
        }
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(value);
    }
}
