package com.guncai.backoffice.flower;

import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.journey.FlowerShop;
import com.guncai.backoffice.journey.MiniProgram;
import com.guncai.backoffice.testing.Engine;
import com.guncai.backoffice.testing.OnPostgreSql;
import com.guncai.backoffice.testing.ProcessTest;
import com.guncai.backoffice.testing.Statements;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/**
 * What each step of a flower order costs the database, engine included: printed, and bounded so that a query in a loop
 * or a lazy surprise is noticed.
 */
@ProcessTest
@OnPostgreSql
@Import({Engine.class, Statements.class})
class StatementCountIT {
    private static final int MOST_TO_POST = 3;

    @LocalServerPort
    int port;

    @Autowired
    Engine engine;

    @Autowired
    Statements statements;

    MiniProgram customer;

    @BeforeEach
    void warmUp() {
        customer = MiniProgram.of(port, "132%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
        engine.paid(customer, customer.placesFlowers());
    }

    @Test
    void aFlowerOrderCostsFewStatements() {
        var orderNo = new String[1];
        var flowers = customer.flowers();
        bounded(
                "placing",
                8,
                20,
                () -> orderNo[0] = customer.orders(flowers).is(201).text("/orderNo"));
        bounded("paying", 8, 30, () -> customer.pays(orderNo[0]));
        var payment = engine.process(orderNo[0]);
        bounded("starting FlowerOrderProcess", 3, 36, () -> engine.run(payment, "Task_AwaitPayment"));
        var process = engine.process(orderNo[0]);
        var shop = FlowerShop.foundFor(customer);
        shop.put("purchaseOrderNo", "MT" + System.nanoTime());
        shop.put("purchaseCostYuan", 128.5);
        bounded("completing Task_PurchaseFlowers", 9, 54, () -> engine.complete(process, "Task_PurchaseFlowers", shop));
        bounded(
                "completing Task_FollowDelivery",
                8,
                47,
                () -> engine.complete(
                        process, "Task_FollowDelivery", Map.of("deliveryNote", "", "completeEarly", true)));
        bounded("reading the order", 4, 4, () -> customer.order(orderNo[0]).is(200));
    }

    @Test
    void aPageOfOrdersCostsTheSameHoweverLong() {
        var one = statements
                .of(() -> customer.api().get("/api/v1/orders?size=1").is(200))
                .size();
        for (int i = 0; i < 4; i++) {
            customer.placesFlowers();
        }

        var many = statements
                .of(() -> customer.api().get("/api/v1/orders?size=50").is(200))
                .size();

        System.out.printf("statements: a page of 1 order %d, of 5 orders %d%n", one, many);
        assertThat(many).isLessThanOrEqualTo(one);
    }

    /** Which statements they were, in target/statements.txt. */
    private static void account(String step, List<String> sent) {
        var lines = new ArrayList<>(List.of("== " + step));
        sent.forEach(sql -> lines.add("  " + sql.replaceAll("\\s+", " ")));
        try {
            Files.write(Path.of("target/statements.txt"), lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void bounded(String step, int mostOurs, int mostInAll, Runnable run) {
        List<String> sent = statements.of(run);
        var ours = sent.stream().filter(sql -> !sql.contains("ACT_")).toList();
        var posting = sent.stream().filter(sql -> sql.contains("ledger_")).count();
        System.out.printf(
                "statements: %-32s %d of our own (at most %d), %d with the engine's (at most %d); %d of them post%n",
                step, ours.size(), mostOurs, sent.size(), mostInAll, posting);
        account(step, sent);
        assertThat(posting).as("entries posted by " + step).isLessThanOrEqualTo(MOST_TO_POST);
        assertThat(ours).as(step).hasSizeLessThanOrEqualTo(mostOurs);
        assertThat(sent).as(step).hasSizeLessThanOrEqualTo(mostInAll);
    }
}
