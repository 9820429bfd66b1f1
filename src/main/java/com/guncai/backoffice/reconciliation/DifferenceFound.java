package com.guncai.backoffice.reconciliation;

/** Somebody has to look at a difference; its process starts with it. */
record DifferenceFound(String differenceNo) {}
