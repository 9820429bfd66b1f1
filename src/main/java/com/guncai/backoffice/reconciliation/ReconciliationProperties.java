package com.guncai.backoffice.reconciliation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How bills are compared and differences resolved.
 *
 * @param lookEvery how often each node looks whether the bills of a day are due
 * @param confirmFromFen booking a difference of so much has to be confirmed by a manager
 */
@ConfigurationProperties("backoffice.reconciliation")
record ReconciliationProperties(
        @DefaultValue("PT10S") Duration lookEvery, @DefaultValue("100000") long confirmFromFen) {}
