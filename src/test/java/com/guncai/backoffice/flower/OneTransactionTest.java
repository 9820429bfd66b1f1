package com.guncai.backoffice.flower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guncai.backoffice.journey.FlowerShop;
import com.guncai.backoffice.journey.MiniProgram;
import com.guncai.backoffice.order.OrderPlaced;
import com.guncai.backoffice.order.PaymentReceived;
import com.guncai.backoffice.testing.Engine;
import com.guncai.backoffice.testing.ProcessTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;

/** Order and process commit together or not at all, whichever side breaks. */
@ProcessTest
@Import({Engine.class, OneTransactionTest.Saboteur.class})
class OneTransactionTest {
    @LocalServerPort
    int port;

    @Autowired
    Engine engine;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Saboteur saboteur;

    MiniProgram customer;

    @BeforeEach
    void signIn() {
        customer = MiniProgram.of(port, "135%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
    }

    @AfterEach
    void peace() {
        saboteur.breaks = null;
    }

    @Test
    void anOrderWhoseProcessCannotStartIsNotPlaced() {
        var orders = count("customer_order");
        var processes = count("act_ru_execution");
        var history = count("act_hi_procinst");
        saboteur.breaks = OrderPlaced.class;

        customer.orders(customer.flowers(), UUID.randomUUID().toString()).is(500);

        assertThat(count("customer_order")).isEqualTo(orders);
        assertThat(count("act_ru_execution")).isEqualTo(processes);
        assertThat(count("act_hi_procinst")).isEqualTo(history);
    }

    @Test
    void aPaymentThatTheProcessCannotTakeIsNotRecordedAndComesAgain() {
        var orderNo = customer.placesFlowers();
        saboteur.breaks = PaymentReceived.class;

        customer.pays(orderNo);

        assertThat(customer.status(orderNo)).isEqualTo("AWAITING_PAYMENT");
        assertThat(jdbc.queryForObject(
                        "select count(*) from payment where transaction_id is not null and order_no = ?",
                        Long.class,
                        orderNo))
                .isZero();
        saboteur.breaks = null;
        customer.paysWith(Map.of("orderNo", orderNo));
        assertThat(customer.status(orderNo)).isEqualTo("PAID");
    }

    @Test
    void aTaskWhoseOrderCannotMoveStaysOpen() {
        var orderNo = customer.placesFlowers();
        var process = engine.paid(customer, orderNo);
        jdbc.update("update customer_order set status = 'CANCELLED' where order_no = ?", orderNo);

        assertThatThrownBy(() -> engine.complete(process, "Task_PurchaseFlowers", FlowerShop.foundFor(customer)))
                .hasMessageContaining("订单当前状态（已取消）不支持此操作");

        assertThat(jdbc.queryForObject(
                        "select count(*) from act_ru_task where proc_inst_id_ = ?", Long.class, process.getId()))
                .isOne();
        assertThat(jdbc.queryForObject(
                        "select count(*) from flower_order where order_no = ? and shop_name is null",
                        Long.class,
                        orderNo))
                .isOne();
    }

    private long count(String table) {
        return jdbc.queryForObject("select count(*) from " + table, Long.class);
    }

    /** Throws after the process has moved, still within the transaction. */
    @TestComponent
    static class Saboteur {
        volatile Class<?> breaks;

        @EventListener
        @Order(Integer.MAX_VALUE)
        public void on(OrderPlaced placed) {
            sabotage(placed);
        }

        @EventListener
        @Order(Integer.MAX_VALUE)
        public void on(PaymentReceived received) {
            sabotage(received);
        }

        private void sabotage(Object fact) {
            if (fact.getClass() == breaks) {
                throw new IllegalStateException("broken on purpose");
            }
        }
    }
}
