package com.guncai.backoffice.ledger;

/**
 * A tab of 资金; a module adds its own by a bean, and renders {@code staff/money-tabs :: tabs} at the top of its page.
 *
 * @param path of its page, below {@code /staff/money}
 * @param position smaller comes first; the ledger's own have 10 and 20
 */
public record MoneyTab(String label, String path, int position) {}
