package com.guncai.backoffice.order;

import com.guncai.backoffice.shared.ServiceCode;
import java.time.Instant;

/** The refund that was asked for was refused: the order goes on. */
public record RefundClosed(String orderNo, ServiceCode service, Instant at, String text) implements OrderEvent {}
