/**
 * Messages to staff and customers, by SMS and WeChat, each sent once. Decides neither when nor to whom a diagram sends one.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"coupon", "customer", "order", "process", "settings", "shared"})
package com.guncai.backoffice.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
