package com.guncai.backoffice.payment;

import com.github.binarywang.wxpay.bean.notify.SignatureHeader;
import com.github.binarywang.wxpay.exception.WxPayException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Translates the WxJava SDK's answers, exceptions and types. Logs our number and what came of a call, nothing else. */
final class WxJava {
    private static final Logger log = LoggerFactory.getLogger(WxJava.class);

    private WxJava() {}

    static <T> Outcome<T> call(String what, String number, Call<T> call) {
        Outcome<T> outcome;
        try {
            outcome = new Outcome.Done<>(call.run());
            log.info("WeChat Pay {} {}: done", what, number);
            return outcome;
        } catch (WxPayException failure) {
            outcome = Outcome.failed(failure.getErrCode());
        } catch (RuntimeException failure) {
            outcome = new Outcome.Unknown<>();
        }
        log.warn("WeChat Pay {} {}: {}", what, number, outcome);
        return outcome;
    }

    /** As {@link WeChatPay#notification}. */
    static <T> Optional<T> opened(Call<T> parse) {
        try {
            return Optional.of(parse.run());
        } catch (WxPayException refused) {
            if (refused.getCause() == null) {
                return Optional.empty();
            }
            throw new IllegalStateException("a notice of WeChat Pay cannot be decrypted");
        } catch (RuntimeException unreadable) {
            throw new IllegalStateException("a notice of WeChat Pay cannot be read: " + unreadable.getClass());
        }
    }

    static SignatureHeader signature(NotificationHeaders headers) {
        return SignatureHeader.builder()
                .timeStamp(headers.timestamp())
                .nonce(headers.nonce())
                .signature(headers.signature())
                .serial(headers.serial())
                .build();
    }

    static @Nullable Long fen(@Nullable Integer total) {
        return total == null ? null : total.longValue();
    }

    static @Nullable Instant instant(@Nullable String time) {
        return time == null ? null : OffsetDateTime.parse(time).toInstant();
    }

    interface Call<T> {
        T run() throws WxPayException;
    }
}
