package com.guncai.backoffice.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.guncai.backoffice.testing.BackofficeTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Staff who give money back at any paid order, signed in as at Tasklist. */
@BackofficeTest
class RefundByStaffIT {
    @LocalServerPort
    int port;

    @Test
    void staffGivePartOfACompletedOrderBack() {
        var customer = MiniProgram.of(port, "134%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
        var orderNo = customer.placesFlowers();
        customer.pays(orderNo);
        var flowerDesk = new Clerk(port, "flower");
        flowerDesk
                .completes(flowerDesk.awaitsTask(orderNo).get("id").asText(), FlowerShop.foundFor(customer))
                .is(204);
        customer.confirmsDelivery(orderNo).is(200);
        var call = "/staff/api/orders/" + orderNo + "/refund";
        var body = "{\"refundYuan\": 9.9, \"reason\": \"花不新鲜\"}";
        assertThat(StaffBrowser.of(port, "flower").sends("POST", call, body).statusCode())
                .isEqualTo(403);
        assertThat(StaffBrowser.ofNobody(port).posts(call).statusCode()).isIn(302, 401, 403);
        var staff = StaffBrowser.of(port, "service");
        assertThat(staff.sends("POST", call, "{\"reason\": \" \"}").statusCode())
                .isEqualTo(400);
        assertThat(staff.sends("POST", "/staff/api/orders/X/refund", body).statusCode())
                .isEqualTo(404);

        var opened = staff.sends("POST", call, body);

        assertThat(opened.statusCode()).isEqualTo(201);
        assertThat(new String(opened.body(), UTF_8)).contains("refundNo");
        assertThat(staff.sends("POST", call, body).statusCode())
                .as("one at a time")
                .isEqualTo(409);
        var service = new Clerk(port, "service");
        var task = service.refundTask(orderNo).orElseThrow().get("id").asText();
        assertThat(service.card(task).text("/order/value")).contains("员工发起", "¥9.90", "花不新鲜");
        service.completes(task, Map.of("refundApproved", true)).is(204);
        await().untilAsserted(() ->
                assertThat(customer.order(orderNo).text("/refund/status")).isEqualTo("REFUNDED"));
        assertThat(customer.status(orderNo)).isEqualTo("COMPLETED");
        assertThat(customer.order(orderNo).json().at("/refunds/0/refundFen").asLong())
                .isEqualTo(990);
    }
}
