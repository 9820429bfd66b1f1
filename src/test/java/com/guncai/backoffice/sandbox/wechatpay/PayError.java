package com.guncai.backoffice.sandbox.wechatpay;

import com.guncai.backoffice.sandbox.provider.Answer;
import com.guncai.backoffice.sandbox.provider.Json;
import java.util.Map;

/** A business error, as WeChat Pay states it: an HTTP status with {@code code} and {@code message}. */
public final class PayError extends RuntimeException {
    private static final Map<String, Integer> STATUS = Map.ofEntries(
            Map.entry("SIGN_ERROR", 401),
            Map.entry("NO_AUTH", 403),
            Map.entry("RULE_LIMIT", 403),
            Map.entry("NOT_ENOUGH", 403),
            Map.entry("TRADE_ERROR", 403),
            Map.entry("ACCOUNT_ERROR", 403),
            Map.entry("USER_ACCOUNT_ABNORMAL", 403),
            Map.entry("OUT_TRADE_NO_USED", 403),
            Map.entry("ORDER_NOT_EXIST", 404),
            Map.entry("RESOURCE_NOT_EXISTS", 404),
            Map.entry("NOT_FOUND", 404),
            Map.entry("MCH_NOT_EXISTS", 404),
            Map.entry("FREQUENCY_LIMITED", 429),
            Map.entry("SYSTEM_ERROR", 500),
            Map.entry("BANK_ERROR", 500));

    private final String code;

    PayError(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    static PayError param(String message) {
        return new PayError("PARAM_ERROR", message);
    }

    public String code() {
        return code;
    }

    public int status() {
        return STATUS.getOrDefault(code, 400);
    }

    Answer answer() {
        return answer(status());
    }

    Answer answer(int status) {
        return Answer.json(status, Json.object().put("code", code).put("message", getMessage()));
    }
}
