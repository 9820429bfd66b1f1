package com.guncai.backoffice.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.guncai.backoffice.journey.MiniProgram;
import com.guncai.backoffice.testing.Engine;
import com.guncai.backoffice.testing.ProcessTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** What a clerk recorded while a refund was undecided, and records again: the company paid once. */
@ProcessTest
@Import(Engine.class)
class CorrectedPurchaseTest {
    @LocalServerPort
    int port;

    @Autowired
    Engine engine;

    @Autowired
    LedgerEntries ledger;

    @Autowired
    LedgerClosing closing;

    String orderNo;
    ProcessInstance process;

    @BeforeEach
    void aRefundOfATopUpIsUndecided() {
        var customer = MiniProgram.of(port, "136%08d".formatted(Math.floorMod(System.nanoTime(), 100_000_000)));
        orderNo = customer.topsUp("13800138000", 5000).is(201).text("/orderNo");
        process = engine.paid(customer, orderNo);
        customer.asksForRefund(orderNo, "充错号码了").is(202);
    }

    @Test
    void anotherNumberTakesThePlaceOfTheFirst() {
        recorded("A", "49.80");
        goesOn();

        completes("B", "49.80");

        assertThat(cost()).isEqualTo(4_980);
        assertThat(purchases()).containsExactly("A" + orderNo, "B" + orderNo);
        assertThat(ledger.standing(orderNo, Fact.PURCHASED).orElseThrow().externalNo())
                .isEqualTo("B" + orderNo);
    }

    @Test
    void theSameAgainIsOneEntry() {
        recorded("A", "49.80");
        goesOn();

        completes("A", "49.80");

        assertThat(cost()).isEqualTo(4_980);
        assertThat(purchases()).containsExactly("A" + orderNo);
    }

    @Test
    void anotherAmountUnderTheSameNumberCounts() {
        recorded("A", "4.98");
        goesOn();

        completes("A", "49.80");

        assertThat(cost()).isEqualTo(4_980);
    }

    @Test
    void anAmountThatIsTakenBackCostsNothing() {
        recorded("A", "49.80");
        goesOn();

        completes("B", null);

        assertThat(cost()).isZero();
    }

    /** The ledger is told again what the top-up shows: it has that already, by a correction. */
    @Test
    void whatIsToldAgainCostsNothing() {
        recorded("A", "49.80");
        recorded("B", "49.80");

        closing.postHistory();

        assertThat(cost()).isEqualTo(4_980);
    }

    @Test
    void aNumberMayBeCorrectedToAndFro() {
        recorded("A", "49.80");
        recorded("B", null);
        recorded("A", "49.80");
        goesOn();

        completes("A", "49.80");

        assertThat(cost()).isEqualTo(4_980);
        assertThat(ledger.standing(orderNo, Fact.PURCHASED).orElseThrow().externalNo())
                .isEqualTo("A" + orderNo);
    }

    private void recorded(String number, @Nullable String yuan) {
        assertThatThrownBy(() -> completes(number, yuan)).hasMessageContaining("流水号已记下");
    }

    private void goesOn() {
        engine.complete(
                engine.process("RefundProcess", orderNo),
                "Task_DecideRefund",
                Map.of("refundApproved", false, "decisionNote", "已经充进去了"));
    }

    private void completes(String number, @Nullable String yuan) {
        var entered = new HashMap<String, Object>(Map.of("toppedUp", true, "transactionNo", number + orderNo));
        if (yuan != null) {
            entered.put("purchaseCostYuan", yuan);
        }
        engine.complete(process, "Task_TopUpPhone", entered);
    }

    private long cost() {
        return ledger.ofOrder(orderNo).stream()
                .mapToLong(entry -> entry.amountFen(Account.parse("COST:TOP_UP")))
                .sum();
    }

    private List<@Nullable String> purchases() {
        return ledger.ofOrder(orderNo).stream()
                .filter(entry -> entry.fact() == Fact.PURCHASED)
                .map(entry -> entry.externalNo())
                .toList();
    }
}
