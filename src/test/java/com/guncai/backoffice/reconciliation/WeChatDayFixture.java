package com.guncai.backoffice.reconciliation;

import com.guncai.backoffice.sandbox.Sandbox;
import com.guncai.backoffice.testing.Engine;
import com.guncai.backoffice.testing.ProcessTest;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** A day of WeChat Pay, its morning after, and the sandbox that may get the bill wrong. */
@ProcessTest
@Import({Engine.class, WeChatMorning.class})
abstract class WeChatDayFixture {
    @LocalServerPort
    int port;

    @Autowired
    Engine engine;

    @Autowired
    WeChatMorning day;

    @Autowired
    Sandbox sandbox;

    @Autowired
    JdbcTemplate jdbc;

    @BeforeEach
    void aDayBegins() {
        day.begins(port);
    }
}
