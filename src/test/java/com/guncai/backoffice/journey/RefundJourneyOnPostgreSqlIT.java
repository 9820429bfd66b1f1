package com.guncai.backoffice.journey;

import com.guncai.backoffice.testing.OnPostgreSql;

@OnPostgreSql
class RefundJourneyOnPostgreSqlIT extends RefundJourneyIT {}
