package com.guncai.backoffice.settlement;

import com.guncai.backoffice.testing.OnPostgreSql;

@OnPostgreSql
class SettlementRulesOnPostgreSqlIT extends SettlementRulesTest {}
