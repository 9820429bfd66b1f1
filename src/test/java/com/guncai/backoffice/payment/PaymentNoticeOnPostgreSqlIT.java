package com.guncai.backoffice.payment;

import com.guncai.backoffice.testing.OnPostgreSql;

/** As {@link PaymentNoticeTest}, on the database of production. */
@OnPostgreSql
class PaymentNoticeOnPostgreSqlIT extends PaymentNoticeTest {}
