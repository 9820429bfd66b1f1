package com.guncai.backoffice.refund;

import com.fasterxml.jackson.databind.JsonNode;
import com.guncai.backoffice.journey.Clerk;
import com.guncai.backoffice.journey.FlowerShop;
import com.guncai.backoffice.journey.MiniProgram;
import com.guncai.backoffice.testing.BackofficeTest;
import com.guncai.backoffice.testing.Json.Answer;
import com.guncai.backoffice.testing.OnPostgreSql;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** A paid order on a real database, and those who may act on it at the same moment. */
@BackofficeTest
@OnPostgreSql
abstract class RefundRaceFixture {
    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    MiniProgram customer;
    Clerk flowerDesk;
    Clerk service;
    Clerk finance;
    String orderNo;

    @BeforeEach
    void anOrderIsPaid() {
        customer = MiniProgram.of(port, "133%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
        flowerDesk = new Clerk(port, "flower");
        service = new Clerk(port, "service");
        finance = new Clerk(port, "finance");
        orderNo = paid();
    }

    String paid() {
        var placed = customer.placesFlowers();
        customer.pays(placed);
        flowerDesk.awaitsTask(placed);
        return placed;
    }

    Answer buys() {
        return flowerDesk.completes(flowerDesk.awaitsTask(orderNo).get("id").asText(), FlowerShop.foundFor(customer));
    }

    int bankFlow() {
        return jdbc.queryForObject("select count(*) from bank_transaction where order_no = ?", Integer.class, orderNo);
    }

    static String id(Optional<JsonNode> task) {
        return task.orElseThrow().get("id").asText();
    }
}
