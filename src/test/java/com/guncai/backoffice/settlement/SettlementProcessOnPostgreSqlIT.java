package com.guncai.backoffice.settlement;

import com.guncai.backoffice.testing.OnPostgreSql;

@OnPostgreSql
class SettlementProcessOnPostgreSqlIT extends SettlementProcessTest {}
