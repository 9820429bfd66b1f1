package com.guncai.backoffice.sandbox.wechat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The codes a mini-program gets on the phone and its server exchanges. */
public final class OneTimeCodes {
    private static final Duration VALID = Duration.ofMinutes(5);

    private final Clock clock;
    private final Map<String, Code> codes = new HashMap<>();

    OneTimeCodes(Clock clock) {
        this.clock = clock;
    }

    synchronized Codes issue(String openid) {
        return new Codes(put("login", openid), put("phone", openid));
    }

    synchronized String redeem(String purpose, String value) {
        var code = codes.get(value);
        if (code == null || !code.purpose().equals(purpose) || code.until().isBefore(clock.instant()))
            throw new WeChatError(40029, "invalid code");
        if (code.used()) throw new WeChatError(40163, "code been used");
        codes.put(value, new Code(code.purpose(), code.openid(), code.until(), true));
        return code.openid();
    }

    private String put(String purpose, String openid) {
        var value = "0" + WeChatUsers.token(31);
        codes.put(value, new Code(purpose, openid, clock.instant().plus(VALID), false));
        return value;
    }

    private record Code(String purpose, String openid, Instant until, boolean used) {}

    /** A code of {@code wx.login} and one of the phone number button. */
    public record Codes(String loginCode, String phoneCode) {}
}
