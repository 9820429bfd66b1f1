/**
 * After-sales and complaints: a customer asks for help on an order, staff open it, or WeChat Pay's complaint notice does.
 * Customer service answers once for all three; doing it again and giving money back are asked of {@code order} and {@code refund}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"customer", "notification", "order", "payment", "process", "receipt", "refund", "shared"
        })
package com.guncai.backoffice.aftersale;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
