package com.guncai.backoffice.sandbox.wechat;

import com.guncai.backoffice.sandbox.provider.Answer;
import com.guncai.backoffice.sandbox.provider.Json;

/** A business error as the mini-app servers state it: HTTP 200 with {@code errcode}. */
final class WeChatError extends RuntimeException {
    private final int code;

    WeChatError(int code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    Answer answer() {
        return Answer.json(200, Json.object().put("errcode", code).put("errmsg", getMessage()));
    }
}
