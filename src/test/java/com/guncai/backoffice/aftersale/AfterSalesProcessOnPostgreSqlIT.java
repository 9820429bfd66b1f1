package com.guncai.backoffice.aftersale;

import com.guncai.backoffice.testing.OnPostgreSql;

@OnPostgreSql
class AfterSalesProcessOnPostgreSqlIT extends AfterSalesProcessTest {}
