package com.guncai.backoffice.cashback;

import com.guncai.backoffice.testing.OnPostgreSql;

@OnPostgreSql
class CashbackJourneyOnPostgreSqlIT extends CashbackJourneyIT {}
