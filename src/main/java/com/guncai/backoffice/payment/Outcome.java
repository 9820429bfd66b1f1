package com.guncai.backoffice.payment;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What came of a call to WeChat. */
public sealed interface Outcome<T> {
    /** It did what was asked. */
    record Done<T>(T value) implements Outcome<T> {}

    /** It will not, however often it is asked. */
    record Refused<T>(String code) implements Outcome<T> {
        /** WeChat Pay's documents write the same code with and without underscores. */
        public boolean is(String expected) {
            return plain(code).equals(plain(expected));
        }
    }

    /** It did nothing this time: ask again later with the same number. */
    record Later<T>(String code) implements Outcome<T> {}

    /** Nobody knows whether it did: query by our own number, then ask again with the same number. */
    record Unknown<T>() implements Outcome<T> {}

    /** WeChat Pay's codes that mean "later". */
    Set<String> PASSING =
            Set.of("SYSTEMERROR", "FREQUENCYLIMITED", "FREQUENCYLIMITEXCEED", "RATELIMITEXCEEDED", "BIZERRNEEDRETRY");

    /**
     * @param code WeChat Pay's; {@code null} when it gave none: time-out, 5xx without a body, a wrong signature
     */
    static <T> Outcome<T> failed(@Nullable String code) {
        if (code == null || code.isBlank()) {
            return new Unknown<>();
        }
        return PASSING.contains(plain(code)) ? new Later<>(code) : new Refused<>(code);
    }

    private static String plain(String code) {
        return code.replace("_", "");
    }
}
