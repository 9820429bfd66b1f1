package com.guncai.backoffice.cashback;

/** The customer corrected the payee after a transfer had failed; the claim goes on. */
record PayeeCorrected(String orderNo) {}
