package com.guncai.backoffice.aftersale;

import com.guncai.backoffice.testing.OnPostgreSql;

@OnPostgreSql
class ComplaintOnPostgreSqlIT extends ComplaintTest {}
