package com.guncai.backoffice.payment;

import com.guncai.backoffice.order.Order;
import com.guncai.backoffice.order.StoryEntry;
import com.guncai.backoffice.order.StoryReader;
import com.guncai.backoffice.order.StorySection;
import com.guncai.backoffice.shared.Money;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** By which transaction an order was paid. */
@Component
class PaymentStory implements StorySection {
    private final PaymentRepository payments;

    PaymentStory(PaymentRepository payments) {
        this.payments = payments;
    }

    @Override
    public String name() {
        return PAYMENTS;
    }

    @Override
    public String title() {
        return "付款";
    }

    @Override
    public List<StoryEntry> entries(Order order, StoryReader reader) {
        return payments.findByOrderNo(order.orderNo()).stream()
                .filter(payment -> payment.transactionId() != null)
                .map(PaymentStory::entry)
                .toList();
    }

    private static StoryEntry entry(Payment payment) {
        var fen = Objects.requireNonNull(payment.amountFen());
        return StoryEntry.of(payment.paidAt(), "微信支付 " + Money.yuan(fen))
                .row("微信支付单号", "transactionId", payment.transactionId())
                .member("amountFen", fen);
    }
}
