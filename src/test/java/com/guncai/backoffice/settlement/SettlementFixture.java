package com.guncai.backoffice.settlement;

import com.guncai.backoffice.ledger.LedgerDays;
import com.guncai.backoffice.testing.Engine;
import com.guncai.backoffice.testing.ProcessTest;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** A month of the business, and its statement. */
@ProcessTest
@Import({Engine.class, LedgerDays.class, SettledMonth.class})
abstract class SettlementFixture {
    @LocalServerPort
    int port;

    @Autowired
    Engine engine;

    @Autowired
    LedgerDays ledger;

    @Autowired
    SettledMonth month;

    @Autowired
    JdbcTemplate jdbc;

    final String reference = "S" + System.nanoTime();

    @BeforeEach
    void aMonthBegins() {
        month.begins(port);
    }
}
