package com.guncai.backoffice.settlement;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How months are settled.
 *
 * @param ceilingFen what PICC pays in a year at the most, by contract
 * @param accountHolder whose the merchant account is to which customers pay
 * @param lookEvery how often each node looks whether a statement is due, and how much of the ceiling is used
 * @param daysOff days from Monday to Friday on which nobody works
 */
@Validated
@ConfigurationProperties("backoffice.settlement")
record SettlementProperties(
        @DefaultValue("420000000") long ceilingFen,
        @DefaultValue("COMPANY") AccountHolder accountHolder,
        @DefaultValue("PT10M") Duration lookEvery,
        @DefaultValue Set<LocalDate> daysOff) {
    /** Whose an account is. */
    enum AccountHolder {
        COMPANY("滚财商户号"),
        PICC("人保商户号");

        private final String label;

        AccountHolder(String label) {
            this.label = label;
        }

        /** The Chinese name, fit to show. */
        String label() {
            return label;
        }
    }
}
