package com.guncai.backoffice.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** As {@link BackofficeTest}, with the job executor off: the test decides when a job runs. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag("application")
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1",
            "backoffice.receipts.directory=target/receipts",
            "server.shutdown=immediate",
            "backoffice.reconciliation.look-every=P1D",
            "backoffice.settlement.look-every=P1D",
            "backoffice.deadlines.look-every=P1D",
            "backoffice.ledger.look-every=P1D",
            "backoffice.session.look-for-revoked-every=P1D",
            "camunda.bpm.job-execution.enabled=false"
        })
public @interface ProcessTest {}
