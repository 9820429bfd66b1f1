package com.guncai.backoffice.reconciliation;

/** What was missing came later: nobody has to look any more. */
record DifferenceExplained(String differenceNo) {}
