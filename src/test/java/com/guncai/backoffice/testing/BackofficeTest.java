package com.guncai.backoffice.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** The whole application on a random port, with the sandbox in front of the SDKs, on H2 in memory. */
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
            "backoffice.deadlines.look-every=PT0.5S",
            "camunda.bpm.job-execution.max-wait=500",
            "camunda.bpm.job-execution.wait-time-in-millis=200"
        })
public @interface BackofficeTest {}
