package com.guncai.backoffice.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.guncai.backoffice.order.OrderNotes;
import com.guncai.backoffice.shared.PersonalDataCipher;
import com.guncai.backoffice.shared.Retention;
import com.guncai.backoffice.testing.BackofficeTest;
import com.guncai.backoffice.testing.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** A customer reads what is kept, and closes the account; what is kept no longer goes by night. */
@BackofficeTest
class CustomerAccountIT {
    private static final String GIFT = "给妈妈的生日花";

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    PersonalDataCipher personalData;

    @Autowired
    List<Retention> retention;

    @Autowired
    OrderNotes notes;

    @Autowired
    Clock clock;

    @Test
    void aCustomerReadsAllThatIsKept() {
        var customer = MiniProgram.of(port, "13611110001");
        var orderNo = flowers(customer);
        customer.pays(orderNo);
        customer.asksForRefund(orderNo, "改主意了").is(202);
        MiniProgram.of(port, "13611110009").placesFlowers();

        var data = customer.api().get("/api/v1/me/data").is(200);

        assertThat(data.text("/customer/phone")).isEqualTo("13611110001");
        assertThat(data.text("/customer/openid")).isEqualTo(customer.openid());
        assertThat(data.json().at("/orders")).hasSize(1);
        assertThat(data.text("/orders/0/orderNo")).isEqualTo(orderNo);
        assertThat(data.body()).contains("青秀区民族大道", GIFT);
        assertThat(data.text("/refundRequests/0/reason")).isEqualTo("改主意了");
        assertThat(data.json().has("coupons")).isTrue();
        assertThat(data.json().has("payees")).isTrue();
        assertThat(data.json().has("messages")).isTrue();
    }

    @Test
    void aCodeThatWasShownIsAmongIt() {
        var customer = MiniProgram.of(port, "13611110005");
        Json.at(port).post("/sandbox/codes", Map.of("count", 1)).is(201);
        var orderNo = customer.buys("movie-30", 1).is(201).text("/orderNo");
        customer.pays(orderNo);
        await().until(() -> customer.status(orderNo).equals("COMPLETED"));
        var code = customer.codes().get(0);

        assertThat(customer.api().get("/api/v1/me/data").is(200).text("/coupons/0/code"))
                .isEqualTo(code);
    }

    @Test
    void anAccountWithAnOpenOrderStays() {
        var customer = MiniProgram.of(port, "13611110002");
        var orderNo = flowers(customer);

        var refused = customer.api().delete("/api/v1/me").is(409);

        assertThat(refused.text("/code")).isEqualTo("ACCOUNT_IN_USE");
        assertThat(refused.text("/detail")).contains(orderNo);
        assertThat(customer.status(orderNo)).isEqualTo("AWAITING_PAYMENT");
    }

    @Test
    void aClosedAccountIsNobodys() {
        var customer = MiniProgram.of(port, "13611110003");
        var elsewhere = customer.signsInAgain();
        var orderNo = flowers(customer);
        customer.api().post("/api/v1/orders/" + orderNo + "/cancellation").is(200);

        customer.api().delete("/api/v1/me").is(204);

        assertThat(customer.api().get("/api/v1/orders").status()).isEqualTo(401);
        assertThat(elsewhere.api().get("/api/v1/orders").status())
                .as("the other phone")
                .isEqualTo(401);
        assertThat(orderOf(orderNo)).isEqualTo("CANCELLED");
        assertThat(personalData.convertToEntityAttribute(jdbc.queryForObject(
                        "select address from flower_order where order_no = ?", String.class, orderNo)))
                .isEqualTo(Retention.GONE);
        var row = jdbc.queryForMap("select * from customer where id = ?", customer.id());
        assertThat(row.get("PHONE")).isNull();
        assertThat(row.get("CLOSED_AT")).isNotNull();
        assertThat(personalData.convertToEntityAttribute(String.valueOf(row.get("OPENID"))))
                .isNotEqualTo(customer.openid());

        var again = customer.signsInAgain();
        assertThat(again.id()).isNotEqualTo(customer.id());
        assertThat(again.api().get("/api/v1/orders").is(200).json().at("/total").asInt())
                .isZero();
    }

    @Test
    void whatWasWrittenAboutHelpIsReadAndForgottenWithTheAccount() throws IOException {
        var customer = MiniProgram.of(port, "13611110006");
        var orderNo = customer.topsUp("13800138000", 5000).is(201).text("/orderNo");
        customer.pays(orderNo);
        var desk = new Clerk(port, "topup");
        desk.completes(
                        desk.awaitsTask(orderNo).get("id").asText(),
                        Map.of("toppedUp", true, "transactionNo", "ZFB" + orderNo, "purchaseCostYuan", 49.8))
                .is(204);
        var picture = Files.readAllBytes(Path.of("src/test/resources/receipts/screenshot.webp"));
        customer.asksForHelp(orderNo, "没有到账", "打我家里电话", picture).is(202);

        var data = customer.api().get("/api/v1/me/data").is(200);
        assertThat(data.text("/afterSales/0/text")).isEqualTo("打我家里电话");
        assertThat(customer.api().delete("/api/v1/me").is(409).text("/detail")).contains(orderNo, "售后");

        var service = new Clerk(port, "service");
        service.completes(
                        service.helpTask(orderNo).orElseThrow().get("id").asText(),
                        Map.of("outcome", "EXPLAINED", "answer", "已给您家里回电"))
                .is(204);
        await().until(() -> customer.order(orderNo).text("/afterSales/0/state").equals("SOLVED"));
        var shown = jdbc.queryForObject(
                "select picture from after_sale_picture where after_sale_no in (select after_sale_no from after_sale where order_no = ?)",
                String.class,
                orderNo);
        customer.api().delete("/api/v1/me").is(204);

        var row = jdbc.queryForMap("select * from after_sale where order_no = ?", orderNo);
        assertThat(row.get("TEXT")).isNull();
        assertThat(personalData.convertToEntityAttribute(String.valueOf(row.get("ANSWER"))))
                .isEqualTo(Retention.GONE);
        assertThat(jdbc.queryForObject(
                        "select count(*) from after_sale_picture where after_sale_no = ?",
                        Long.class,
                        row.get("AFTER_SALE_NO")))
                .isZero();
        assertThat(jdbc.queryForObject("select of_case from receipt where picture = ?", Boolean.class, shown))
                .as("the picture stays")
                .isFalse();
    }

    @Test
    void whereFlowersWentIsForgottenHalfAYearAfterTheEnd() {
        var customer = MiniProgram.of(port, "13611110004");
        var old = cancelled(customer);
        var recent = cancelled(customer);
        var open = flowers(customer);
        var longAgo = Timestamp.from(clock.instant().minus(Duration.ofDays(200)));
        jdbc.update("update customer_order set created_at = ? where order_no in (?, ?, ?)", longAgo, old, recent, open);
        jdbc.update("update timeline_entry set at = ? where order_no in (?, ?)", longAgo, old, open);

        notes.add(old, "想改配送信息：送到公司", "用户");
        assertThat(customer.api().get("/api/v1/me/data").text("/notes/0/text")).contains("送到公司");

        var removed = carryOut("delivery address");

        assertThat(removed).isEqualTo(1);
        assertThat(notes.of(old)).isEmpty();
        assertThat(customer.order(old).text("/details/address")).isEqualTo(Retention.GONE);
        assertThat(customer.order(recent).text("/details/address")).contains("民族大道");
        assertThat(customer.order(open).text("/details/address")).contains("民族大道");
        assertThat(carryOut("delivery address")).as("again").isZero();
    }

    @Test
    void everyLineOfTheTableIsCarriedOutAndPrinted() throws IOException {
        var page = Files.readString(Path.of("docs/operations.md"));

        assertThat(retention).hasSizeGreaterThan(6);
        for (var line : retention) {
            line.remove(clock.instant().minus(Duration.ofDays(9000)));
            assertThat(page).contains("| " + line.what() + " | " + text(line.kept()) + " |");
        }
    }

    private int carryOut(String what) {
        var line = retention.stream()
                .filter(each -> each.what().startsWith(what))
                .findFirst()
                .orElseThrow();
        return line.remove(clock.instant().minus(Duration.ofDays(line.kept().getDays())));
    }

    private static String text(Period kept) {
        return kept.getYears() > 0 ? kept.getYears() + " years" : kept.getDays() + " days";
    }

    private String cancelled(MiniProgram customer) {
        var orderNo = flowers(customer);
        customer.api().post("/api/v1/orders/" + orderNo + "/cancellation").is(200);
        return orderNo;
    }

    private static String flowers(MiniProgram customer) {
        var wanted = customer.flowers();
        wanted.put("cardMessage", GIFT);
        return customer.orders(wanted).is(201).text("/orderNo");
    }

    private String orderOf(String orderNo) {
        return jdbc.queryForObject("select status from customer_order where order_no = ?", String.class, orderNo);
    }
}
