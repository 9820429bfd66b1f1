package com.guncai.backoffice.order;

import com.guncai.backoffice.shared.ServiceCode;
import java.time.Instant;

/** Something the customer should know that does not change the order's state. */
public record OrderNoted(String orderNo, ServiceCode service, Instant at, String text) implements OrderEvent {}
