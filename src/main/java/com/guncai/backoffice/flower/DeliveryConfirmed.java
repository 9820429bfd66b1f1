package com.guncai.backoffice.flower;

/** The customer says that the flowers arrived. */
record DeliveryConfirmed(String orderNo) {}
