package com.guncai.backoffice.order;

import com.guncai.backoffice.shared.ServiceCode;
import java.time.Instant;

/** The order is fulfilled. */
public record OrderCompleted(String orderNo, ServiceCode service, Instant at, String text) implements OrderEvent {}
