package com.guncai.backoffice.payment;

import com.guncai.backoffice.testing.OnPostgreSql;

/** As {@link PaymentNotificationTest}, on the database of production. */
@OnPostgreSql
class PaymentNotificationOnPostgreSqlIT extends PaymentNotificationTest {}
