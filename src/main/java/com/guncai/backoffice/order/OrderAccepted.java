package com.guncai.backoffice.order;

import com.guncai.backoffice.shared.ServiceCode;
import java.time.Instant;

/** Staff took the order on; the text says what the customer may expect. */
public record OrderAccepted(String orderNo, ServiceCode service, Instant at, String text) implements OrderEvent {}
