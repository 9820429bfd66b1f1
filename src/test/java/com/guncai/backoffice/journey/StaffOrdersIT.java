package com.guncai.backoffice.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.guncai.backoffice.shared.DigestBackfill;
import com.guncai.backoffice.testing.BackofficeTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Staff look for orders over HTTP: who finds what by which number, name or phone, and takes it along. */
@BackofficeTest
class StaffOrdersIT {
    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    DigestBackfill backfill;

    StaffOrders staff;
    GiftOrders orders;

    @BeforeEach
    void meet() {
        staff = new StaffOrders(port);
        orders = new GiftOrders(port);
    }

    @Test
    void aFinishedOrderIsFoundByWhateverSomebodyKnowsOfIt() {
        var recipient = "梁" + Character.toString(0x4e00 + (int) (System.nanoTime() % 5000)) + "梅";
        var meituan = "MT" + System.nanoTime();
        var orderNo = orders.delivered(recipient, meituan);
        var transaction =
                staff.story("service", orderNo).at("/payments/0/transactionId").asText();

        assertThat(List.of(
                        orderNo,
                        orderNo.substring(orderNo.length() - 8),
                        orders.customer().phone(),
                        "+86 " + orders.giftPhone().substring(0, 3) + " "
                                + orders.giftPhone().substring(3, 7) + " "
                                + orders.giftPhone().substring(7),
                        recipient,
                        recipient.substring(0, 1) + " " + recipient.substring(1),
                        meituan,
                        transaction))
                .allSatisfy(known -> assertThat(staff.found("service", "q=" + StaffOrders.encoded(known)))
                        .containsExactly(orderNo));
        assertThat(staff.found("service", "q=" + orderNo.substring(orderNo.length() - 4)))
                .contains(orderNo);
        assertThat(staff.found(
                        "service",
                        "q=" + StaffOrders.encoded(recipient) + "&city=" + StaffOrders.encoded("南宁")
                                + "&status=COMPLETED"))
                .containsExactly(orderNo);
        assertThat(staff.found("service", "q=" + StaffOrders.encoded(recipient) + "&city=" + StaffOrders.encoded("柳州")))
                .isEmpty();
        assertThat(staff.found("service", "q=" + orderNo + "&clerk=flower&desk=flower-desk&service=FLOWER"))
                .containsExactly(orderNo);
        assertThat(staff.found("service", "q=" + orderNo + "&clerk=topup")).isEmpty();
        assertThat(staff.found("service", "q=" + orderNo + "&desk=top-up-desk")).isEmpty();
        assertThat(staff.found("service", "q=" + orderNo + "&from=2020-01-01&to=2020-12-31"))
                .isEmpty();
        assertThat(staff.found("service", "q=" + orderNo + "&from=2020-01-01")).containsExactly(orderNo);
        assertThat(staff.found("service", "q=" + StaffOrders.encoded("没有这个人"))).isEmpty();
        assertThat(staff.found("service", "q=" + StaffOrders.encoded("'; drop table x --")))
                .isEmpty();
    }

    @Test
    void topUpsAreFoundByTheirPhoneAndPurchaseAndRefundsByTheirNumber() {
        var topUp = orders.customer().topsUp(orders.giftPhone(), 5_000).is(201).text("/orderNo");
        orders.customer().pays(topUp);
        var desk = new Clerk(port, "topup");
        var number = "ZFB" + System.nanoTime();
        var task = desk.awaitsTask(topUp).get("id").asText();
        desk.claims(task).is(204);
        desk.completes(task, Map.of("toppedUp", true, "transactionNo", number)).is(204);
        var flowers = orders.paid();
        orders.customer().asksForRefund(flowers, "不想要了").is(202);
        var refundNo = staff.story("service", flowers).at("/refunds/0/refundNo").asText();

        assertThat(staff.found("finance", "q=" + orders.giftPhone())).containsExactly(flowers, topUp);
        assertThat(staff.found("finance", "q=" + number)).containsExactly(topUp);
        assertThat(staff.found("finance", "q=" + refundNo)).containsExactly(flowers);
    }

    @Test
    void pagesFollowEachOtherNewestFirstHoweverManyOrdersComeMeanwhile() {
        var placed = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            placed.add(0, orders.customer().placesFlowers());
        }
        var seen = new ArrayList<String>();
        String next = "";
        do {
            var page = staff.page("service", "size=2&q=" + orders.customer().phone() + "&after=" + next);
            seen.addAll(page.at("/items").findValuesAsText("orderNo"));
            next = page.path("next").asText("");
            orders.customer().placesFlowers();
        } while (!next.equals("null") && !next.isEmpty());

        assertThat(seen).containsExactlyElementsOf(placed);
        assertThat(staff.get("service", "?after=nonsense").statusCode()).isEqualTo(400);
        assertThat(staff.get("service", "?after=" + StaffOrders.encoded("!!")).statusCode())
                .isEqualTo(400);
        assertThat(staff.get("service", "?size=1000").statusCode()).isEqualTo(400);
        assertThat(staff.get("service", "?service=NOTHING").statusCode()).isEqualTo(400);
    }

    @Test
    void ordersAreFoundByTheBatchOfTheirCoupons() {
        var desks = new BatchDesks(port);
        var batch = "国庆赠券-" + System.nanoTime();
        desks.approve(desks.issue(
                desks.clerk, "flower-30", batch, "手机号", orders.customer().phone()));
        await().until(() -> orders.customer().coupons("ISSUED").size() == 1);
        var flowers = orders.customer().flowers();
        flowers.put(
                "couponId",
                orders.customer().coupons("ISSUED").get(0).path("id").asLong());
        var orderNo = orders.customer().orders(flowers).is(201).text("/orderNo");

        assertThat(staff.found("service", "q=" + StaffOrders.encoded(batch))).containsExactly(orderNo);
        assertThat(staff.story("service", orderNo).at("/coupons/0/batchNo").asText())
                .isEqualTo(batch);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q=%00",
                "q=%25_%27%22%3B--&city=%00&clerk=%00&desk=%00",
                "q=%EF%BF%BF%F0%9F%8C%B9&city=%F0%9F%8C%B9",
                "from=%2B999999999-12-31&to=-999999999-01-01",
                "from=-999999999-01-01&to=%2B999999999-12-31",
                "from=2026-13-45",
                "status=NOTHING",
                "service=%00",
                "size=-1",
                "size=9223372036854775808",
                "after=OTIyMzM3MjAzNjg1NDc3NTgwNy4A",
                "after=OTk5OTk5OTk5OTk5OTk5OTkuMjAyNg",
                "q=a&q=b"
            })
    void whateverIsAskedIsAnsweredOrRefused(String question) {
        assertThat(staff.get("service", "?" + question).statusCode()).as("data").isIn(200, 400);
        for (var page :
                List.of("/staff/orders", "/staff/orders/export.xlsx", "/staff/work", "/staff/work/export.xlsx")) {
            assertThat(StaffBrowser.of(port, "service")
                            .opens(page + "?" + question)
                            .statusCode())
                    .as(page)
                    .isIn(200, 400);
        }
    }

    @Test
    void aDeskSeesTheOrdersOfItsServicesOnly() {
        var orderNo = orders.paid();

        assertThat(staff.found("flower", "q=" + orderNo)).containsExactly(orderNo);
        assertThat(staff.found("topup", "q=" + orderNo)).isEmpty();
        assertThat(staff.get("topup", "/" + orderNo).statusCode()).isEqualTo(404);
        assertThat(StaffBrowser.of(port, "topup")
                        .opens("/staff/orders/" + orderNo)
                        .statusCode())
                .isEqualTo(404);
        assertThat(StaffBrowser.of(port, "topup")
                        .sends("POST", "/staff/api/orders/" + orderNo + "/notes", "{\"text\":\"x\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(staff.get("service", "/20260101000000").statusCode()).isEqualTo(404);
        assertThat(StaffBrowser.ofNobody(port)
                        .get("/staff/api/orders/" + orderNo)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void whatIsFoundGoesIntoAWorkbookAndWhoTookItIsRecorded() throws Exception {
        var orderNo = orders.paid();
        jdbc.update("delete from order_export");

        var forTheDesk = staff.workbook("flower", "/staff/orders/export.xlsx?q=" + orderNo);
        var forFinance = staff.workbook("finance", "/staff/orders/export.xlsx?q=" + orderNo);

        assertThat(forTheDesk).hasSize(2);
        assertThat(forTheDesk.get(1))
                .contains(orderNo, "鲜花配送", orders.customer().phone(), "150");
        assertThat(forFinance.get(1))
                .contains(orderNo)
                .doesNotContain(orders.customer().phone());
        assertThat(jdbc.queryForList("select who || ' ' || exported from order_export order by id", String.class))
                .containsExactly("flower 1", "finance 1");
    }

    @Test
    void everybodyFindsTheirOwnWorkOfTodayWithItsNumbers() throws Exception {
        var meituan = "MT" + System.nanoTime();
        var orderNo = orders.delivered("收花人甲", meituan);

        var page = new String(
                StaffBrowser.of(port, "flower")
                        .opens("/staff/work?q=" + orderNo)
                        .body(),
                StandardCharsets.UTF_8);
        assertThat(page).contains(orderNo, "美团下单", meituan);
        assertThat(new String(
                        StaffBrowser.of(port, "topup")
                                .opens("/staff/work?q=" + orderNo)
                                .body(),
                        StandardCharsets.UTF_8))
                .doesNotContain(orderNo + "</a>");
        assertThat(staff.workbook("flower", "/staff/work/export.xlsx?q=" + orderNo))
                .hasSize(2)
                .anySatisfy(row -> assertThat(row).contains("美团下单", orderNo, meituan));
    }

    @Test
    void ordersOfEarlierReleasesAreFoundByTheirPeopleOnceTheirDigestsAreFilledIn() {
        var recipient = "韦" + Character.toString(0x4e00 + (int) (System.nanoTime() % 5000)) + "兰";
        var flowers = orders.customer().flowers();
        flowers.put("recipient", recipient);
        var orderNo = orders.customer().orders(flowers).is(201).text("/orderNo");
        jdbc.update("update flower_order set phone_digest = null, recipient_digest = null where order_no = ?", orderNo);
        assertThat(staff.found("service", "q=" + StaffOrders.encoded(recipient)))
                .isEmpty();

        backfill.run();
        backfill.run();

        assertThat(staff.found("service", "q=" + StaffOrders.encoded(recipient)))
                .containsExactly(orderNo);
    }
}
