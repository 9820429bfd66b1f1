package com.guncai.backoffice.refund;

import com.guncai.backoffice.testing.OnPostgreSql;

@OnPostgreSql
class RefundRefusalOnPostgreSqlIT extends RefundRefusalTest {}
