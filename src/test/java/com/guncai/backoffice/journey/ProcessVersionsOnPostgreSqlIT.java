package com.guncai.backoffice.journey;

import com.guncai.backoffice.testing.OnPostgreSql;

@OnPostgreSql
class ProcessVersionsOnPostgreSqlIT extends ProcessVersionsIT {}
