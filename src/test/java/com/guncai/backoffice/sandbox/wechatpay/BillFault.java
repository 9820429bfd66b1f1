package com.guncai.backoffice.sandbox.wechatpay;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with the bills until it is taken back.
 *
 * @param orderNo whose payment; of an added one, any number
 * @param fen the other amount, fee or what moved
 */
public record BillFault(Kind fault, @Nullable String orderNo, long fen) {

    public enum Kind {
        /** The line is not there. */
        MISSING,
        /** A payment that nobody made, on the first day that is asked for. */
        ADDED,
        /** The payment is of another amount. */
        AMOUNT,
        /** WeChat took another fee. */
        FEE,
        /** The line stands in the next day's bill. */
        DAY,
        /** The line is there twice. */
        DUPLICATE,
        /** Money was taken to the bank, on the first day that is asked for. */
        MOVED,
        /** The bill is still being made. */
        NOT_READY,
        /** What is downloaded is not what was offered. */
        BROKEN;

        @JsonCreator
        public static Kind of(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
