package com.guncai.backoffice.refund;

import com.guncai.backoffice.testing.OnPostgreSql;

@OnPostgreSql
class RefundProcessOnPostgreSqlIT extends RefundProcessTest {}
