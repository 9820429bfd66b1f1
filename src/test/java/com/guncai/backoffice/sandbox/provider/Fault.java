package com.guncai.backoffice.sandbox.provider;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the next calls to a provider fail.
 *
 * @param operation narrows the fault to one kind of call ({@code refund}, {@code login}, …); null hits any
 * @param code the provider's error code; null for what that provider most likely says
 * @param times how many calls fail
 */
public record Fault(Target target, @Nullable String operation, Kind fault, @Nullable String code, int times) {

    public enum Target {
        SMS,
        WECHAT,
        WECHAT_PAY;

        @JsonCreator
        public static Target of(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public enum Kind {
        /** The call is carried out, but its answer never arrives. */
        TIMEOUT,
        /** The provider breaks down; nothing is carried out. */
        ERROR,
        /** The provider answers with a business error; nothing is carried out. */
        REFUSE;

        @JsonCreator
        public static Kind of(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }

        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Fault {
        if (times < 1) throw new IllegalArgumentException("times must be at least 1");
    }

    /** The error code asked for, or what the provider says of itself. */
    public String codeOr(String usual) {
        return code == null ? usual : code;
    }

    Fault once() {
        return new Fault(target, operation, fault, code, times - 1);
    }
}
