package com.guncai.backoffice.order;

import com.guncai.backoffice.shared.ServiceCode;
import java.time.Instant;

/** The money went back; the text says how much and which way. */
public record RefundFinished(String orderNo, ServiceCode service, Instant at, String text) implements OrderEvent {}
