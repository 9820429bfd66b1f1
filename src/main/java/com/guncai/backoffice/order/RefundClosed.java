package com.guncai.backoffice.order;

import com.guncai.backoffice.shared.ServiceCode;
import java.time.Instant;

/** No refund holds the order up any more: it was refused or withdrawn, or only a part goes back. */
public record RefundClosed(String orderNo, ServiceCode service, Instant at, String text) implements OrderEvent {}
