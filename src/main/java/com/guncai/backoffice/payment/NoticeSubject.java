package com.guncai.backoffice.payment;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a kind of notice is about.
 *
 * @param <T> its content
 */
interface NoticeSubject<T> {
    /** For logs and metrics: {@code payment}, {@code refund}. */
    String name();

    /** As {@link WeChatPay#notice}. */
    Optional<WeChatPay.Notice<T>> opened(NoticeHeaders headers, String body);

    /** The order that it names. */
    @Nullable
    String orderNo(T content);

    /**
     * Records what it says, in one transaction with the notice itself.
     *
     * @throws com.guncai.backoffice.shared.Problem not found, when it is about nothing of ours
     */
    Verdict record(String orderNo, T content, String noticeId);
}
