package com.guncai.backoffice.sandbox.wechatpay;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Locale;

/** How a payment notice is spoiled; each must leave the order as it is. */
public enum Forgery {
    /** A signature that nobody made. */
    SIGNATURE,
    /** Properly signed, but of another amount than the order's. */
    AMOUNT,
    /** Signed with a stranger's key under an unknown serial number. */
    CERTIFICATE,
    /** Properly signed, ten minutes ago. */
    TIMESTAMP,
    /** WeChat Pay's own probe with a wrong signature, to see whether the merchant verifies at all. */
    PROBE;

    @JsonCreator
    public static Forgery of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
