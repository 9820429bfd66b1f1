package com.guncai.backoffice.coupon.batch;

import com.guncai.backoffice.testing.OnPostgreSql;

@OnPostgreSql
class CouponIssueApprovalOnPostgreSqlIT extends CouponIssueApprovalTest {}
