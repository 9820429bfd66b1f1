package com.guncai.backoffice.process;

/**
 * A fact about an order that conditions of any diagram may name: {@code ${orderAmountYuan > 500}}.
 *
 * @param name as it stands in an expression
 * @param label in Chinese, for lists that managers read
 * @param kind what its value is, and how it is compared
 */
public record OrderField(String name, String label, Kind kind) {
    public enum Kind {
        NUMBER,
        TEXT,
        YES_OR_NO
    }
}
