package com.guncai.backoffice.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.guncai.backoffice.testing.BackofficeTest;
import com.guncai.backoffice.testing.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The figures of the board are those of the tables, and each leads to as many orders as it says. */
@BackofficeTest
class TodayIT {
    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    GiftOrders orders;

    @BeforeEach
    void aCustomer() {
        orders = new GiftOrders(port);
    }

    @Test
    void whatHappensToOrdersIsCountedAndLeadsToThem() {
        var before = today("manager");

        var cancelled = orders.customer().placesFlowers();
        orders.customer()
                .api()
                .post("/api/v1/orders/" + cancelled + "/cancellation")
                .is(200);
        var delivered = orders.delivered("收花人甲", "MT" + System.nanoTime());
        var waiting = orders.paid();
        orders.clerk().awaitsTask(waiting);
        await().until(() -> orders.customer().status(delivered).equals("COMPLETED"));

        var after = today("manager");
        assertThat(gained(before, after, "/orders/placed")).isEqualTo(3);
        assertThat(gained(before, after, "/orders/paid")).isEqualTo(2);
        assertThat(gained(before, after, "/orders/completed")).isEqualTo(1);
        assertThat(gained(before, after, "/orders/cancelled")).isEqualTo(1);
        assertThat(gained(before, after, "/money/paidFen")).isEqualTo(30_000);
        var day = after.get("at").asText().substring(0, 10);
        assertThat(after.at("/orders/placed").asLong())
                .isEqualTo(all("from=" + day + "&to=" + day).size());
        for (var one : Map.of("paid", "PAID", "completed", "COMPLETED", "cancelled", "CANCELLED")
                .entrySet()) {
            assertThat(all("happened=" + one.getValue() + "&from=" + day + "&to=" + day))
                    .hasSize(after.at("/orders/" + one.getKey()).asInt());
        }
        assertThat(all("happened=CANCELLED&from=" + day + "&to=" + day)).contains(cancelled);
        assertThat(all("happened=COMPLETED&from=2020-01-01&to=2020-01-02")).isEmpty();
        assertThat(all("clerk=flower&workedSince=" + day)).contains(delivered);
        assertThat(clerk(after, "flower") - clerk(before, "flower")).isEqualTo(1);
    }

    @Test
    void aDesksTasksAreCountedAsTheyAreClaimedAndBecomeLate() {
        var before = desk("manager", "flower-desk");
        var orderNo = orders.paid();
        var task = orders.clerk().awaitsTask(orderNo).get("id").asText();

        var open = desk("manager", "flower-desk");
        assertThat(gained(before, open, "/open")).isEqualTo(1);
        assertThat(gained(before, open, "/unclaimed")).isEqualTo(1);
        assertThat(all("desk=flower-desk&work=UNCLAIMED")).contains(orderNo);

        orders.clerk().claims(task).is(204);
        var claimed = desk("manager", "flower-desk");
        assertThat(gained(open, claimed, "/open")).isZero();
        assertThat(gained(open, claimed, "/unclaimed")).isEqualTo(-1);
        assertThat(all("desk=flower-desk&work=UNCLAIMED")).doesNotContain(orderNo);
        assertThat(all("desk=flower-desk&work=OPEN"))
                .contains(orderNo)
                .hasSize(claimed.get("open").asInt());

        Json.at(port).post("/sandbox/clock", Map.of("advance", "P2D")).is(200);
        var late = desk("manager", "flower-desk");
        assertThat(late.get("overdue").asInt()).isEqualTo(late.get("open").asInt());
        assertThat(all("desk=flower-desk&work=OVERDUE"))
                .contains(orderNo)
                .hasSize(late.get("overdue").asInt());
    }

    @Test
    void aDeskSeesItsOwnPartAndFinanceTheMoney() {
        var flower = today("flower");
        assertThat(flower.at("/desks").findValuesAsText("desk")).containsExactly("flower-desk");
        assertThat(flower.has("orders")).isFalse();
        assertThat(flower.has("money")).isFalse();
        assertThat(flower.at("/clerks").findValuesAsText("user")).isSubsetOf("flower");
        assertThat(flower.at("/figures")).isEmpty();
        assertThat(today("coupon").at("/figures").toString()).contains("库存").doesNotContain("异常");
        assertThat(today("finance").has("money")).isTrue();
        assertThat(today("manager").at("/desks").findValuesAsText("desk"))
                .contains("flower-desk", "top-up-desk", "review-desk", "finance", "coupon-desk", "customer-service");

        var clerk = StaffBrowser.of(port, "flower");
        assertThat(clerk.opens("/staff/today").statusCode()).isEqualTo(200);
        assertThat(clerk.opens("/staff/today/processes/FlowerOrderProcess").statusCode())
                .isEqualTo(403);
        assertThat(clerk.get("/staff/today/processes/FlowerOrderProcess.svg").statusCode())
                .isEqualTo(403);
        assertThat(StaffBrowser.ofNobody(port).get("/staff/api/today").statusCode())
                .isEqualTo(401);
    }

    @Test
    void thePictureOfAProcessSaysHowManyWaitWhere() {
        var orderNo = orders.paid();
        orders.clerk().awaitsTask(orderNo);
        var waiting = rows("select count(*) from ACT_RU_TASK where TASK_DEF_KEY_ = 'Task_PurchaseFlowers'");

        var manager = StaffBrowser.of(port, "manager");
        var svg = new String(
                manager.get("/staff/today/processes/FlowerOrderProcess.svg").body());
        assertThat(svg).startsWith("<svg").contains("美团下单").contains(">" + waiting + "</text>");
        assertThat(new String(manager.opens("/staff/today/processes/FlowerOrderProcess")
                        .body()))
                .contains("美团下单");
        assertThat(manager.opens("/staff/today/processes/NoSuchProcess").statusCode())
                .isEqualTo(404);
    }

    private Set<String> all(String question) {
        var staff = new StaffOrders(port);
        var found = new HashSet<String>();
        var after = "";
        do {
            var page = staff.page("manager", question + "&size=100" + after);
            found.addAll(page.at("/items").findValuesAsText("orderNo"));
            after = page.path("next").isTextual()
                    ? "&after=" + StaffOrders.encoded(page.get("next").asText())
                    : "";
        } while (!after.isEmpty());
        return found;
    }

    private JsonNode desk(String user, String id) {
        for (var desk : today(user).at("/desks")) {
            if (desk.get("desk").asText().equals(id)) {
                return desk;
            }
        }
        throw new AssertionError("no desk " + id);
    }

    private static long clerk(JsonNode board, String user) {
        for (var clerk : board.at("/clerks")) {
            if (clerk.get("user").asText().equals(user)) {
                return clerk.get("completed").asLong();
            }
        }
        return 0;
    }

    private static long gained(JsonNode before, JsonNode after, String path) {
        return after.at(path).asLong() - before.at(path).asLong();
    }

    private long rows(String sql) {
        var counted = jdbc.queryForObject(sql, Long.class);
        return counted == null ? 0 : counted;
    }

    private JsonNode today(String user) {
        var answer = StaffBrowser.of(port, user).get("/staff/api/today");
        assertThat(answer.statusCode()).isEqualTo(200);
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
