package com.guncai.backoffice.sandbox;

import com.guncai.backoffice.sandbox.provider.AppNodes.Delivery;
import com.guncai.backoffice.sandbox.wechatpay.PayOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Lets a customer pay and sends the notices of it. */
final class Cashier {
    private static final int MOST_NOTICES = 100;
    private static final int LONGEST_DELAY_SECONDS = 120;

    private final Providers providers;

    Cashier(Providers providers) {
        this.providers = providers;
    }

    Receipt pay(Payment payment) {
        if (payment.notices() < 0 || payment.notices() > MOST_NOTICES)
            throw new IllegalArgumentException("times must be between 0 and " + MOST_NOTICES);
        var ledger = providers.weChatPay.ledger();
        var order = ledger.pay(payment.orderNo(), Boolean.TRUE.equals(payment.evenIfClosed()));
        wait(payment.delaySeconds() == null ? 0 : payment.delaySeconds());
        var notifications = Boolean.TRUE.equals(payment.parallel()) ? atOnce(order, payment) : inTurn(order, payment);
        return new Receipt(ledger.order(payment.orderNo()), notifications);
    }

    private List<Delivery> inTurn(PayOrder order, Payment payment) {
        var notifications = new ArrayList<Delivery>();
        for (int i = 0; i < payment.notices(); i++)
            notifications.add(providers.weChatPay.notices().payment(order, payment.forge()));
        return notifications;
    }

    private List<Delivery> atOnce(PayOrder order, Payment payment) {
        var sent = IntStream.range(0, payment.notices())
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> providers.weChatPay.notices().payment(order, payment.forge()),
                        task -> new Thread(task, "sandbox-notice").start()))
                .toList();
        return sent.stream().map(CompletableFuture::join).toList();
    }

    private static void wait(int seconds) {
        if (seconds < 0 || seconds > LONGEST_DELAY_SECONDS)
            throw new IllegalArgumentException("delaySeconds must be between 0 and " + LONGEST_DELAY_SECONDS);
        var until = System.nanoTime() + seconds * 1_000_000_000L;
        for (var left = until - System.nanoTime(); left > 0; left = until - System.nanoTime())
            LockSupport.parkNanos(left);
    }

    /**
     * @param order what WeChat Pay believes now
     * @param notifications what the application answered to each notice
     */
    record Receipt(PayOrder order, List<Delivery> notifications) {}
}
