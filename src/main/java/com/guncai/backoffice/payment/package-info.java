/**
 * WeChat Pay: prepayment, notifications, queries, closing, shipping information, refunds as WeChat Pay sees them. Knows the
 * order, and no service.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"customer", "order", "process", "shared"})
package com.guncai.backoffice.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
