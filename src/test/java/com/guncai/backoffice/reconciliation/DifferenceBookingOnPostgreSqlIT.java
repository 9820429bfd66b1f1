package com.guncai.backoffice.reconciliation;

import com.guncai.backoffice.testing.OnPostgreSql;

@OnPostgreSql
class DifferenceBookingOnPostgreSqlIT extends DifferenceBookingTest {}
