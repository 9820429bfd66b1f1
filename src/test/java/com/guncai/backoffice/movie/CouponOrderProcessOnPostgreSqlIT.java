package com.guncai.backoffice.movie;

import com.guncai.backoffice.testing.OnPostgreSql;

@OnPostgreSql
class CouponOrderProcessOnPostgreSqlIT extends CouponOrderProcessTest {}
