package com.guncai.backoffice.order;

import com.guncai.backoffice.shared.ServiceCode;
import java.time.Instant;

/** A fulfilled order is to be done once more, without a second payment. */
public record OrderReopened(String orderNo, ServiceCode service, Instant at, String text) implements OrderEvent {}
