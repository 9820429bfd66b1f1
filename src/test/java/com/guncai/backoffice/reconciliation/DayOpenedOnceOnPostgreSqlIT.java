package com.guncai.backoffice.reconciliation;

import static com.guncai.backoffice.testing.AtOnce.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

import com.guncai.backoffice.sandbox.Sandbox;
import com.guncai.backoffice.testing.OnPostgreSql;
import com.guncai.backoffice.testing.ProcessTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Two nodes whose timers fire at once: the constraint lets one of them open the day, the other finds it done. */
@ProcessTest
@OnPostgreSql
class DayOpenedOnceOnPostgreSqlIT {
    @Autowired
    ReconciliationProcess process;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Sandbox sandbox;

    @RepeatedTest(5)
    void aDayIsOpenedOnce() {
        sandbox.skip(Duration.ofDays(1));

        var opened = atOnce(this::opens, this::opens);

        assertThat(opened).contains(true);
        opens();
        assertThat(jdbc.queryForList("select count(*) from reconciliation group by source, bill_day", Long.class))
                .containsOnly(1L);
        assertThat(jdbc.queryForObject("select count(*) from reconciliation", Long.class))
                .isEqualTo(jdbc.queryForObject(
                        "select count(*) from ACT_RU_EXECUTION where BUSINESS_KEY_ in (select case_no from reconciliation)",
                        Long.class));
        assertThat(List.copyOf(opened)).hasSize(2);
    }

    private boolean opens() {
        try {
            transaction.executeWithoutResult(status -> process.openDays());
            return true;
        } catch (DataAccessException another) {
            return false;
        }
    }
}
