package com.guncai.backoffice.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.couponsales.CodeBuyers;
import com.guncai.backoffice.journey.MiniProgram;
import com.guncai.backoffice.shared.BusinessTime;
import com.guncai.backoffice.testing.Engine;
import com.guncai.backoffice.testing.ProcessTest;
import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A customer whose orders are told by their entries, and books that sum to zero after each test. */
@ProcessTest
@Import(Engine.class)
abstract class OrderEntriesFixture {
    @LocalServerPort
    int port;

    @Autowired
    Engine engine;

    @Autowired
    LedgerEntries entries;

    @Autowired
    LedgerBalances balances;

    @Autowired
    IdentityService identity;

    @Autowired
    Clock clock;

    MiniProgram customer;

    @BeforeEach
    void meet() {
        customer = new CodeBuyers(port, engine).customer();
    }

    @AfterEach
    void theSumOfAllIsZero() {
        identity.clearAuthentication();
        assertThat(balances.on(BusinessTime.today(clock)).values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isZero();
    }

    List<String> story(String orderNo) {
        return entries.ofOrder(orderNo).stream().map(OrderEntriesFixture::told).toList();
    }

    static String told(LedgerEntry entry) {
        var told = new StringBuilder(entry.fact().name());
        entry.lines()
                .forEach(line ->
                        told.append(' ').append(line.account()).append(' ').append(line.amountFen()));
        return told.toString();
    }
}
