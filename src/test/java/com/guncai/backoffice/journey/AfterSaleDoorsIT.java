package com.guncai.backoffice.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.testing.BackofficeTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who opens after-sales at an order's page, and who looks at what customers handed in. */
@BackofficeTest
class AfterSaleDoorsIT {
    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    MiniProgram customer;
    StaffBrowser service;
    String orderNo;

    @BeforeEach
    void anOrderIsPaid() {
        customer = MiniProgram.of(port, "139%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
        orderNo = customer.placesFlowers();
        customer.pays(orderNo);
        service = StaffBrowser.of(port, "service");
    }

    @Test
    void picturesAreForCustomerServiceAlone() throws IOException {
        var picture = Files.readAllBytes(Path.of("src/test/resources/receipts/screenshot.webp"));
        customer.asksForHelp(orderNo, "其他", "看图", picture, picture).is(202);
        var path = "/staff/after-sales/" + number();

        assertThat(service.get(path + "/1").headers().firstValue("Content-Type"))
                .hasValue("image/jpeg");
        assertThat(service.get(path + "/0/thumbnail").statusCode()).isEqualTo(200);
        assertThat(service.get(path + "/2").statusCode()).isEqualTo(404);
        assertThat(service.get("/staff/after-sales/X/0").statusCode()).isEqualTo(404);
        assertThat(StaffBrowser.of(port, "flower").get(path + "/1").statusCode())
                .isEqualTo(403);
        assertThat(StaffBrowser.ofNobody(port).get(path + "/1").statusCode()).isIn(302, 401);
    }

    @Test
    void staffOpenOneByTheOrdersPage() {
        var call = "/staff/api/orders/" + orderNo + "/after-sales";
        var body = "{\"topic\": \"电话投诉\", \"text\": \"花送错了\"}";
        assertThat(StaffBrowser.of(port, "flower").sends("POST", call, body).statusCode())
                .isEqualTo(403);
        assertThat(StaffBrowser.ofNobody(port).posts(call).statusCode()).isIn(302, 401, 403);
        assertThat(service.sends("POST", call, "{}").statusCode()).isEqualTo(400);
        assertThat(service.sends("POST", "/staff/api/orders/X/after-sales", body)
                        .statusCode())
                .isEqualTo(404);

        assertThat(service.sends("POST", call, body).statusCode()).isEqualTo(201);

        assertThat(new Clerk(port, "service").task(number())).isPresent();
    }

    private String number() {
        return jdbc.queryForObject("select after_sale_no from after_sale where order_no = ?", String.class, orderNo);
    }
}
