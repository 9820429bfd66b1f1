package com.guncai.backoffice.order;

import com.guncai.backoffice.shared.ServiceCode;
import java.time.Instant;

/** The order ended unpaid, by the customer or by its deadline. */
public record OrderCancelled(String orderNo, ServiceCode service, Instant at, String text) implements OrderEvent {}
