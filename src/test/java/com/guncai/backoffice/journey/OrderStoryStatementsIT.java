package com.guncai.backoffice.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.order.OrderNotes;
import com.guncai.backoffice.testing.Engine;
import com.guncai.backoffice.testing.OnPostgreSql;
import com.guncai.backoffice.testing.ProcessTest;
import com.guncai.backoffice.testing.Statements;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

/** What the story of an order costs the database: the same whether little happened or much. */
@ProcessTest
@OnPostgreSql
@Import({Engine.class, Statements.class})
class OrderStoryStatementsIT {
    /** Of our own, with the look that is recorded; its number comes with fifty at a time. */
    private static final int MOST = 12;

    /** With the engine's: its tasks and its diagrams, and the name of who is signed in for the head of the page. */
    private static final int MOST_IN_ALL = 18;

    @LocalServerPort
    int port;

    @Autowired
    WebApplicationContext application;

    @Autowired
    OrderNotes notes;

    @Autowired
    Engine engine;

    @Autowired
    Statements statements;

    @Test
    void aStoryCostsTheSameHoweverMuchHappened() {
        var customer = MiniProgram.of(port, "132%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
        var orderNo = customer.placesFlowers();
        engine.paid(customer, orderNo);
        var young = statements(orderNo);
        engine.complete(engine.process(orderNo), "Task_PurchaseFlowers", FlowerShop.foundFor(customer));
        engine.complete(
                engine.process(orderNo), "Task_FollowDelivery", Map.of("deliveryNote", "本人签收", "completeEarly", true));
        engine.sendMessages(orderNo);
        for (int i = 0; i < 20; i++) {
            notes.add(orderNo, "第 " + i + " 次电话", "service");
        }

        var old = statements(orderNo);

        var ours = old.stream().filter(sql -> !sql.contains("ACT_")).toList();
        System.out.printf(
                "statements: the story of an order %d of our own (at most %d), %d with the engine's (at most %d)%n",
                ours.size(), MOST, old.size(), MOST_IN_ALL);
        assertThat(old).hasSameSizeAs(young).hasSizeLessThanOrEqualTo(MOST_IN_ALL);
        assertThat(ours).hasSizeLessThanOrEqualTo(MOST);
    }

    /** Past the sign-in of staff, which is the engine's. */
    private List<String> statements(String orderNo) {
        var staff = MockMvcTester.from(application);
        Runnable read = () -> assertThat(staff.get()
                        .uri("/staff/orders/" + orderNo)
                        .principal(new TestingAuthenticationToken("service", "", "customer-service")))
                .hasStatusOk();
        read.run();
        return statements.of(read).stream()
                .filter(sql -> !sql.contains("order_look_seq"))
                .toList();
    }
}
