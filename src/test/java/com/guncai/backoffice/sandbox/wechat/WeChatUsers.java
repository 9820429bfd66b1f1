package com.guncai.backoffice.sandbox.wechat;

import com.guncai.backoffice.sandbox.wechat.OneTimeCodes.Codes;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The people who have WeChat. */
public final class WeChatUsers {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, WeChatUser> users = new LinkedHashMap<>();
    private final OneTimeCodes codes;

    WeChatUsers(Clock clock) {
        codes = new OneTimeCodes(clock);
    }

    /** @param phone 11 digits; null: one is made up */
    public synchronized WeChatUser add(@Nullable String phone) {
        var number = phone == null ? "1%d%09d".formatted(3 + RANDOM.nextInt(7), RANDOM.nextInt(1_000_000_000)) : phone;
        if (!number.matches("1[3-9]\\d{9}"))
            throw new IllegalArgumentException("Not a mobile number: 11 digits wanted");
        var user = new WeChatUser("o" + token(27), "u" + token(27), number, true);
        users.put(user.openid(), user);
        return user;
    }

    /** @throws NoSuchElementException if nobody has this openid */
    public synchronized WeChatUser get(String openid) {
        var user = users.get(openid);
        if (user == null) throw new NoSuchElementException("No WeChat user has openid " + openid);
        return user;
    }

    public synchronized boolean knows(String openid) {
        return users.containsKey(openid);
    }

    /** Fresh codes of {@code wx.login} and of the phone number button; each works once, for five minutes. */
    public Codes codes(String openid) {
        return codes.issue(get(openid).openid());
    }

    /** Whether the person lets the mini-program send messages. */
    public synchronized WeChatUser subscribe(String openid, boolean granted) {
        var user = get(openid).subscribed(granted);
        users.put(openid, user);
        return user;
    }

    public synchronized List<WeChatUser> all() {
        return new ArrayList<>(users.values());
    }

    WeChatUser byLoginCode(String code) {
        return get(codes.redeem("login", code));
    }

    WeChatUser byPhoneCode(String code) {
        return get(codes.redeem("phone", code));
    }

    /** Takes over whom an earlier sandbox knew. */
    public synchronized void restore(List<WeChatUser> saved) {
        saved.forEach(user -> users.put(user.openid(), user));
    }

    static String token(int length) {
        return (UUID.randomUUID().toString() + UUID.randomUUID())
                .replace("-", "")
                .substring(0, length);
    }
}
