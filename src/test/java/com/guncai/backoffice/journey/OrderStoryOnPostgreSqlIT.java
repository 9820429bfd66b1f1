package com.guncai.backoffice.journey;

import com.guncai.backoffice.testing.OnPostgreSql;

@OnPostgreSql
class OrderStoryOnPostgreSqlIT extends OrderStoryIT {}
