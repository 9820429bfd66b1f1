package com.guncai.backoffice.coupon.batch;

/** Who handed a list in took it back before anybody decided: its process ends. */
record BatchWithdrawn(String caseNo) {}
