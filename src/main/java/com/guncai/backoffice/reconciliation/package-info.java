/**
 * 对账: compares what WeChat Pay, Alipay and the bank say of a day or a period with the ledger. Both sides equal is one line;
 * each difference is one task for finance, and resolving it posts what it must.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"ledger", "payment", "process", "shared", "spreadsheet"})
package com.guncai.backoffice.reconciliation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
