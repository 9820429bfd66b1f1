package com.guncai.backoffice.sandbox.wechat;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A subscribe message as it arrived in a person's WeChat.
 *
 * @param template the template's id
 * @param params what the template shows, by its keywords
 * @param page where a tap on it leads in the mini-program
 */
public record SubscribeMessage(
        String openid, String template, Map<String, String> params, @Nullable String page, Instant at) {}
