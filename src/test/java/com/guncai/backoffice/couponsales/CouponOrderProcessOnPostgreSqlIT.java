package com.guncai.backoffice.couponsales;

import com.guncai.backoffice.testing.OnPostgreSql;

@OnPostgreSql
class CouponOrderProcessOnPostgreSqlIT extends CouponOrderProcessTest {}
