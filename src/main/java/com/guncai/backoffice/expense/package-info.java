/**
 * What staff pay by hand from the company's accounts, for orders, claims, refunds and stock alike: each number stands for one
 * piece of work, and an amount far above what the customer pays is asked about. Knows none of those who pay.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"process", "shared"})
package com.guncai.backoffice.expense;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
