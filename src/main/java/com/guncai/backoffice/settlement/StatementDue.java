package com.guncai.backoffice.settlement;

/** A month is to be settled; its process starts with it. */
record StatementDue(String caseNo) {}
