package com.guncai.backoffice.reconciliation;

/** A day of WeChat Pay is to be compared; its process starts with it. */
record ReconciliationDue(String caseNo) {}
