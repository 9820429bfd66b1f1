/**
 * 结算: what PICC owes the company for a month, as the ledger's closed days have it; checked, confirmed, closed and paid. A closed
 * statement never changes: what becomes known later is in the next one, with its reason. Watches the yearly ceiling.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"coupon", "expense", "ledger", "process", "shared", "spreadsheet"})
package com.guncai.backoffice.settlement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
