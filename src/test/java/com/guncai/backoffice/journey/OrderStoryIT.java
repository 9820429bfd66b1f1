package com.guncai.backoffice.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.guncai.backoffice.testing.BackofficeTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The story of an order over HTTP: what it tells, to whom, and how notes get into it. */
@BackofficeTest
class OrderStoryIT {
    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    StaffOrders staff;
    GiftOrders orders;

    @BeforeEach
    void meet() {
        staff = new StaffOrders(port);
        orders = new GiftOrders(port);
    }

    @Test
    void theStoryTellsWhatWasOrderedPaidSaidDoneAndEntered() {
        var meituan = "MT" + System.nanoTime();
        var orderNo = orders.delivered("收花人甲", meituan);
        await().untilAsserted(() -> assertThat(
                        staff.story("service", orderNo).at("/messages").findValuesAsText("outcome"))
                .hasSizeGreaterThanOrEqualTo(2)
                .doesNotContain("SENDING"));

        var story = staff.story("service", orderNo);

        assertThat(story.at("/order/status").asText()).isEqualTo("COMPLETED");
        assertThat(story.at("/order/customerPhone").asText())
                .isEqualTo(orders.customer().phone());
        assertThat(story.at("/order/details/recipient").asText()).isEqualTo("收花人甲");
        assertThat(story.at("/payments/0/amountFen").asLong()).isEqualTo(15_000);
        assertThat(story.at("/purchases/0/externalNo").asText()).isEqualTo(meituan);
        assertThat(story.at("/purchases/0/costFen").asLong()).isEqualTo(12_850);
        assertThat(story.at("/tasks").findValuesAsText("key"))
                .containsExactly("Task_PurchaseFlowers", "Task_FollowDelivery");
        assertThat(story.at("/tasks/0/claimedBy").asText()).isEqualTo("flower");
        assertThat(story.at("/tasks/0/completedBy").asText()).isEqualTo("flower");
        assertThat(story.at("/tasks/0/completedAt").asText()).isNotEmpty();
        assertThat(story.at("/tasks/0/entered/花店名称").asText()).isEqualTo(FlowerShop.NAME);
        assertThat(story.at("/tasks/0/entered/有店可送？").asText()).isEqualTo("有，已在美团下单");
        assertThat(story.at("/messages").findValuesAsText("text"))
                .anySatisfy(text -> assertThat(text).startsWith("您有新的鲜花配送订单" + orderNo));
        assertThat(story.at("/timeline").findValuesAsText("text")).contains("您已确认收花，订单完成");
        assertThat(story.at("/afterSales").isArray()).isTrue();
    }

    @Test
    void whomAnOrderIsAboutIsShownToWhoHasToReachThemAndEachLookIsRecorded() {
        var orderNo = orders.paid();

        assertThat(staff.story("flower", orderNo).toString()).contains("收花人甲", orders.giftPhone(), "民族大道");
        assertThat(staff.story("finance", orderNo).toString())
                .contains(orders.giftPhone().substring(0, 3) + "****"
                        + orders.giftPhone().substring(7))
                .doesNotContain("收花人甲", orders.giftPhone(), orders.customer().phone(), "民族大道");
        assertThat(staff.page("flower", "q=" + orderNo).toString())
                .doesNotContain(orders.customer().phone());
        assertThat(jdbc.queryForList(
                        "select who from order_look where order_no = ? order by id", String.class, orderNo))
                .containsExactly("flower", "finance");
        assertThat(jdbc.queryForList(
                        "select who from order_look where order_no = ? and contact", String.class, orderNo))
                .containsExactly("flower");
    }

    @Test
    void aNoteOfOneTaskIsReadAtTheNextAndInTheStory() {
        var orderNo = orders.paid();
        var purchase = orders.clerk().awaitsTask(orderNo).get("id").asText();

        orders.clerk()
                .rest()
                .post("/engine-rest/task/" + purchase + "/comment/create", Map.of("message", "客户说要下午送"))
                .is(200);
        assertThat(StaffBrowser.of(port, "service")
                        .sends("POST", "/staff/api/orders/" + orderNo + "/notes", "{\"text\":\"已电话确认\"}")
                        .statusCode())
                .isEqualTo(201);

        assertThat(orders.clerk().card(purchase).is(200).text("/order/value")).contains("客户说要下午送", "已电话确认");
        orders.clerk()
                .completes(purchase, FlowerShop.foundFor(orders.customer()))
                .is(204);
        var follow = orders.clerk().awaitsTask(orderNo).get("id").asText();
        assertThat(orders.clerk().card(follow).is(200).text("/order/value")).contains("客户说要下午送", "已电话确认");
        orders.customer().asksForRefund(orderNo, "等不及了").is(202);
        var service = new Clerk(port, "service");
        await().until(() -> service.refundTask(orderNo).isPresent());
        var refund = service.refundTask(orderNo).orElseThrow().get("id").asText();
        assertThat(service.card(refund).is(200).body()).contains("客户说要下午送");

        var notes = staff.story("service", orderNo).at("/notes");
        assertThat(notes.findValuesAsText("text")).containsExactly("客户说要下午送", "已电话确认");
        assertThat(notes.findValuesAsText("by")).containsExactly("flower", "service");
        assertThat(jdbc.queryForList("select text from order_note where case_no = ?", String.class, orderNo))
                .as("in the table nobody reads it")
                .noneMatch(text -> text.contains("电话"));
        assertThat(orders.clerk().asks("/task/" + follow + "/comment").size())
                .as("the engine keeps none")
                .isZero();
    }

    @Test
    void aNoteSaysSomethingAndIsWrittenByWhoMaySeeTheTask() {
        var orderNo = orders.paid();
        var purchase = orders.clerk().awaitsTask(orderNo).get("id").asText();

        assertThat(StaffBrowser.of(port, "service")
                        .sends("POST", "/staff/api/orders/" + orderNo + "/notes", "{\"text\":\"  \"}")
                        .statusCode())
                .isEqualTo(400);
        new Clerk(port, "topup")
                .rest()
                .post("/engine-rest/task/" + purchase + "/comment/create", Map.of("message", "路过"))
                .is(400);
        assertThat(staff.story("service", orderNo).at("/notes").size()).isZero();
    }

    @Test
    void theDiagramShowsWhereTheOrderIs() {
        var orderNo = orders.paid();
        orders.clerk().awaitsTask(orderNo);
        var browser = StaffBrowser.of(port, "flower");
        var page = new String(browser.opens("/staff/orders/" + orderNo).body(), StandardCharsets.UTF_8);
        var start = page.indexOf("/diagrams/");
        var address = page.substring(start, page.indexOf(".svg", start));

        var svg = browser.get("/staff/orders/" + orderNo + address + ".svg");

        assertThat(svg.headers().firstValue("Content-Type").orElseThrow()).startsWith("image/svg+xml");
        assertThat(new String(svg.body(), StandardCharsets.UTF_8)).contains("美团下单", "#fdf0c8");
        assertThat(StaffBrowser.of(port, "topup")
                        .get("/staff/orders/" + orderNo + address + ".svg")
                        .statusCode())
                .isEqualTo(404);
        var another = orders.paid();
        assertThat(browser.get("/staff/orders/" + another + address + ".svg").statusCode())
                .as("the diagram of another order")
                .isEqualTo(404);
    }
}
